import { describe, expect, it } from "vitest";
import { EVERYTHING, fitting, stateOf, type Wanted } from "./filter";
import type { Scenario } from "./shapes";

const plums: Scenario = {
  id: "plums",
  name: "The old lady buys plums",
  industry: "Fruit stall",
  person: "Mrs Wang",
  title: "an old lady",
  firm: "her household",
  role: "buyer",
  role_name: "Buyer",
  situation: "At the market",
  goal: "Learn for whom",
  levels: [{ id: "gentle", name: "Gentle" }],
  needs: 3,
  best: null,
  times: 0,
  unfinished: false,
  send: { gentle: "rehearse plums" },
};
const lamp: Scenario = {
  ...plums,
  id: "lamp",
  name: "灯具进口商",
  industry: "LED",
  person: "Weber",
  role: "decider",
  times: 2,
  levels: [{ id: "hard", name: "Hard" }],
  best: { score: 80, level: "hard", passed: true, at: "2026-11-01" },
};

describe("scenarios that fit", () => {
  it.each<[Partial<Wanted>, string[]]>([
    [{}, ["plums", "lamp"]],
    [{ text: "market WANG" }, ["plums", "lamp"].slice(0, 1)],
    [{ text: "灯具" }, ["lamp"]],
    [{ industry: "LED" }, ["lamp"]],
    [{ role: "buyer" }, ["plums"]],
    [{ level: "hard" }, ["lamp"]],
    [{ state: "new" }, ["plums"]],
    [{ state: "passed" }, ["lamp"]],
    [{ state: "failed" }, []],
    [{ text: "plums", industry: "LED" }, []],
  ])("%j -> %j", (wanted, expected) => {
    expect(fitting([plums, lamp], { ...EVERYTHING, ...wanted }).map((one) => one.id)).toEqual(expected);
  });

  it.each<[Partial<Scenario>, string]>([
    [{}, "new"],
    [{ unfinished: true }, "open"],
    [{ times: 1 }, "failed"],
    [{ times: 1, best: { score: 10, level: "gentle", passed: false, at: "2026-11-01" } }, "failed"],
    [{ times: 1, unfinished: true, best: { score: 90, level: "gentle", passed: true, at: "2026-11-01" } }, "passed"],
  ])("%j is %s", (change, expected) => {
    expect(stateOf({ ...plums, ...change })).toBe(expected);
  });
});
