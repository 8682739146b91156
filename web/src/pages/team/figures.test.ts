import { describe, expect, it } from "vitest";
import { call } from "../progress/samples";
import { figuresOf } from "./figures";

const criteria = [
  { id: "problem", name: "Problem" },
  { id: "summary", name: "Summary" },
];
describe("figures of a person", () => {
  it("tell the latest, the best and the weakest skill of the latest call", () => {
    const results = [
      call("2026-03-01", 80, {}),
      call("2026-03-04", 60, { problem: 0.5, summary: 0.2 }),
      call("2026-03-05", 100, {}, "drill"),
    ];
    expect(figuresOf({ user: "a", name: "Ann", results }, criteria)).toEqual({
      user: "a",
      name: "Ann",
      calls: 2,
      latest: 60,
      best: 80,
      since: "2026-03-04",
      weakest: "Summary",
    });
  });

  it("are empty for who has no call yet", () => {
    const nothing = { calls: 0, latest: null, best: null, weakest: null };
    expect(figuresOf({ user: "a", name: "Ann", results: [] }, criteria)).toMatchObject(nothing);
  });
});
