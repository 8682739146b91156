// Who of the team has had calls, for the chart.
import { calls, type Line } from "../progress/series";
import type { Member } from "./shapes";

/** `last` is the day of the latest call. */
export type Practising = { id: string; name: string; scores: number[]; last: string };

/** Those who had a call, by name as in the table. */
export function practising(members: readonly Member[]): Practising[] {
  return members
    .map(({ user, name, results }) => ({ id: user, name, done: calls(results) }))
    .filter(({ done }) => done.length > 0)
    .map(({ id, name, done }) => ({ id, name, scores: done.map((call) => call.score), last: done.at(-1)?.day ?? "" }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** The ids of the `most` who had a call last, in the order of `people`. */
export function latest(people: readonly Practising[], most: number): string[] {
  const days = [...people].sort((a, b) => b.last.localeCompare(a.last)).slice(0, most);
  return people.filter((one) => days.includes(one)).map(({ id }) => id);
}

/** The numbers of the calls, for whoever had the most. */
export function labelsOf(people: readonly Practising[]): string[] {
  const longest = Math.max(0, ...people.map(({ scores }) => scores.length));
  return Array.from({ length: longest }, (_, n) => String(n + 1));
}

/** The scores of each person, as long as those of whoever had the most calls. */
export function linesOf(people: readonly Practising[], length: number): Line[] {
  return people.map(({ id, name, scores }) => ({
    id,
    name,
    values: Array.from({ length }, (_, n) => scores[n] ?? null),
  }));
}
