import { describe, expect, it } from "vitest";
import { call } from "./samples";
import { calls, first, linesOf } from "./series";

const criteria = [
  { id: "problem", name: "Problem" },
  { id: "summary", name: "Summary" },
  { id: "evidence", name: "Evidence" },
  { id: "never", name: "Never measured" },
];
const results = [
  call("2026-03-02", 60, { problem: 0.5, summary: 0.2, evidence: 1 }),
  call("2026-03-01", 40, { problem: 0.255 }),
  call("2026-03-03", 100, { problem: 1 }, "drill"),
  call("2026-03-02", 70, { problem: 0.9, evidence: 0.1 }, "review"),
];

describe("progress", () => {
  it("has calls in their order, without drills", () => {
    expect(calls(results).map((one) => one.score)).toEqual([40, 60, 70]);
  });

  it("has a line for the score and each measured skill", () => {
    expect(linesOf(calls(results), criteria, "Score")).toEqual([
      { id: "score", name: "Score", values: [40, 60, 70] },
      { id: "problem", name: "Problem", values: [26, 50, 90] },
      { id: "summary", name: "Summary", values: [null, 20, null] },
      { id: "evidence", name: "Evidence", values: [null, 100, 10] },
    ]);
  });

  it("shows the score and the weakest skills first", () => {
    expect(first(linesOf(calls(results), criteria, "Score"))).toEqual(["score", "evidence", "summary"]);
    expect(first(linesOf([], criteria, "Score"))).toEqual(["score"]);
  });
});
