import { describe, expect, it } from "vitest";
import { compare } from "./merge";

const brief = (mine: string, theirs: string) => compare(mine, theirs).map((row) => `${row.kind[0]} ${row.text}`);

describe("two versions of a text", () => {
  it.each([
    ["a\nb", "a\nb", ["s a", "s b"]],
    ["a\nx\nc", "a\ny\nc", ["s a", "m x", "t y", "s c"]],
    ["a", "a\nb", ["s a", "t b"]],
    ["a\nb\nc", "c", ["m a", "m b", "s c"]],
  ])("%j and %j", (mine, theirs, expected) => {
    expect(brief(mine, theirs)).toEqual(expected);
  });

  it("loses no line, also of very long texts", () => {
    const mine = Array.from({ length: 2500 }, (_, i) => `m${i}`).join("\n");
    const theirs = Array.from({ length: 2500 }, (_, i) => `t${i}`).join("\n");
    const rows = compare(mine, theirs);
    expect(
      rows
        .filter((row) => row.kind === "mine")
        .map((row) => row.text)
        .join("\n"),
    ).toBe(mine);
    expect(
      rows
        .filter((row) => row.kind === "theirs")
        .map((row) => row.text)
        .join("\n"),
    ).toBe(theirs);
  });
});
