// The lines of the progress: calls in their order, and each skill over them in percent.
import type { Criterion, Result } from "./shapes";

export const SCORE = "score";
export type Line = { id: string; name: string; values: (number | null)[] };

/** Rehearsals and reviews, oldest first: they are judged by the same rubric, a drill is about one skill. */
export function calls(results: readonly Result[]): Result[] {
  return results.filter((one) => one.kind !== "drill").sort((a, b) => a.day.localeCompare(b.day));
}

/** The score, then each skill that was ever measured. */
export function linesOf(shown: readonly Result[], criteria: readonly Criterion[], score: string): Line[] {
  const skills = criteria.map(({ id, name }) => ({ id, name, values: shown.map((call) => percent(call.skills[id])) }));
  const measured = skills.filter((line) => line.values.some((value) => value !== null));
  return [{ id: SCORE, name: score, values: shown.map((call) => call.score) }, ...measured];
}

function percent(share: number | undefined): number | null {
  return share === undefined ? null : Math.round(share * 100);
}

/** What to show first: the score and the two weakest skills of the latest call. */
export function first(lines: readonly Line[]): string[] {
  const latest = (line: Line) => line.values.findLast((value) => value !== null) ?? 100;
  const weak = lines.filter((line) => line.id !== SCORE).sort((a, b) => latest(a) - latest(b));
  return [SCORE, ...weak.slice(0, 2).map((line) => line.id)];
}
