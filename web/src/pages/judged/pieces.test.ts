import { describe, expect, it } from "vitest";
import { pieces, whole } from "./pieces";

const mark = (start: number, end: number, name: string) => ({ start, end, name });

describe("pieces of a line", () => {
  it.each([
    ["plain", [], [["plain", []]]],
    [
      "how do you buy",
      [mark(0, 3, "open")],
      [
        ["how", ["open"]],
        [" do you buy", []],
      ],
    ],
    [
      "abcdef",
      [mark(1, 4, "x"), mark(3, 6, "y")],
      [
        ["a", []],
        ["bc", ["x"]],
        ["d", ["x", "y"]],
        ["ef", ["y"]],
      ],
    ],
    [
      "😀为什么",
      [mark(1, 4, "why")],
      [
        ["😀", []],
        ["为什么", ["why"]],
      ],
    ],
    ["short", [mark(2, 99, "beyond")], [["short", []]]],
  ] as const)("%s", (line, marks, expected) => {
    expect(pieces(line, marks).map((piece) => [piece.text, piece.marks.map((one) => one.name)])).toEqual(expected);
  });

  it("never changes the line", () => {
    const line = "a<b>&c😀d";
    expect(
      pieces(line, [mark(0, 2, "x"), mark(5, 7, "y")])
        .map((piece) => piece.text)
        .join(""),
    ).toBe(line);
  });

  it("knows the marks of the line as a whole", () => {
    expect(whole("abc", [mark(0, 0, "none"), mark(0, 1, "a")]).map((one) => one.name)).toEqual(["none"]);
  });
});
