import { describe, expect, it } from "vitest";
import { clock } from "./clock";
import { heat } from "./heat";

describe("times and counts", () => {
  it.each([
    [0, "0:00"],
    [65.9, "1:05"],
    [3723, "1:02:03"],
    [36000, "10:00:00"],
  ])("%d seconds are %s", (seconds, shown) => {
    expect(clock(seconds)).toBe(shown);
  });

  it.each([
    [0, 0],
    [1, 1],
    [2, 2],
    [4, 3],
    [99, 4],
  ])("%d is as dark as %d", (count, dark) => {
    expect(heat(count)).toBe(dark);
  });
});
