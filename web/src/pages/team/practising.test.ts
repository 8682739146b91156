import { describe, expect, it } from "vitest";
import { call } from "../progress/samples";
import { labelsOf, latest, linesOf, practising } from "./practising";

const member = (name: string, ...days: string[]) => ({
  user: name.toLowerCase(),
  name,
  results: days.map((day, n) => call(day, 50 + n, {})),
});
const team = practising([
  member("Cleo", "2026-03-01"),
  member("Ann", "2026-03-04", "2026-03-02"),
  member("Ben", "2026-02-01"),
  member("Dan"),
]);

describe("those of a team who practise", () => {
  it("stand by name, each with the scores in the order of the days", () => {
    expect(team.map(({ name, scores, last }) => [name, scores, last])).toEqual([
      ["Ann", [51, 50], "2026-03-04"],
      ["Ben", [50], "2026-02-01"],
      ["Cleo", [50], "2026-03-01"],
    ]);
  });

  it.each([
    [1, ["ann"]],
    [2, ["ann", "cleo"]],
    [9, ["ann", "ben", "cleo"]],
  ])("of %i, those who had a call last are shown first", (most, expected) => {
    expect(latest(team, most)).toEqual(expected);
  });

  it("have lines of one length", () => {
    expect(labelsOf(team)).toEqual(["1", "2"]);
    expect(linesOf(team, 2).map(({ values }) => values)).toEqual([
      [51, 50],
      [50, null],
      [50, null],
    ]);
    expect(labelsOf([])).toEqual([]);
  });
});
