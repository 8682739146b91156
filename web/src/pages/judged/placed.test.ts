import { describe, expect, it } from "vitest";
import { placed } from "./placed";

describe("where marks stand", () => {
  it.each([
    ["how do you buy", { text: "do you" }, [[4, 10]]],
    ["😀为什么", { text: "什么" }, [[2, 4]]],
    ["how", { text: "what" }, []],
    ["how", { text: "" }, []],
    ["how", { text: "x", start: 1, end: 2 }, [[1, 2]]],
  ])("%s %j", (line, mark, expected) => {
    expect(placed(line, [mark]).map((one) => [one.start, one.end])).toEqual(expected);
  });
});
