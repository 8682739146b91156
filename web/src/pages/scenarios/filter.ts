// Which scenarios of the library fit what was asked for.
import type { Scenario } from "./shapes";

export type State = "all" | "new" | "open" | "passed" | "failed";
export interface Wanted {
  text: string;
  industry: string;
  role: string;
  level: string;
  state: State;
}
export const EVERYTHING: Wanted = { text: "", industry: "", role: "", level: "", state: "all" };

/** How many filters besides the search are set. */
export function chosen({ industry, role, level, state }: Wanted): number {
  return [industry, role, level, state !== "all"].filter(Boolean).length;
}

/** What became of a scenario: never tried, begun, tried without passing, or passed. */
export function stateOf(scenario: Scenario): Exclude<State, "all"> {
  if (scenario.best?.passed) return "passed";
  if (scenario.unfinished) return "open";
  return scenario.times > 0 ? "failed" : "new";
}

/** The scenarios that fit every filter; words are looked for in all that the card shows, whatever their order. */
export function fitting(scenarios: readonly Scenario[], wanted: Wanted): Scenario[] {
  const words = wanted.text.toLowerCase().split(/\s+/).filter(Boolean);
  return scenarios.filter(
    (one) =>
      (!wanted.industry || one.industry === wanted.industry) &&
      (!wanted.role || one.role === wanted.role) &&
      (!wanted.level || one.levels.some((level) => level.id === wanted.level)) &&
      (wanted.state === "all" || stateOf(one) === wanted.state) &&
      words.every((word) => shown(one).includes(word)),
  );
}

function shown(one: Scenario): string {
  const said = [one.name, one.industry, one.person, one.title, one.firm, one.situation, one.goal];
  return said.join("\n").toLowerCase();
}
