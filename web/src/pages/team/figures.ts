// What a manager sees of each person: how many calls, the latest and best score, the weakest skill.
import { calls } from "../progress/series";
import type { Criterion } from "../progress/shapes";
import type { Member } from "./shapes";

export type Figures = {
  user: string;
  name: string;
  calls: number;
  latest: number | null;
  best: number | null;
  since: string | null;
  weakest: string | null;
};

export function figuresOf(member: Member, criteria: readonly Criterion[]): Figures {
  const done = calls(member.results);
  const last = done.at(-1);
  const weak = criteria
    .filter(({ id }) => last?.skills[id] !== undefined)
    .sort((a, b) => (last?.skills[a.id] ?? 1) - (last?.skills[b.id] ?? 1))[0];
  return {
    user: member.user,
    name: member.name,
    calls: done.length,
    latest: last?.score ?? null,
    best: done.length ? Math.max(...done.map((one) => one.score)) : null,
    since: last?.day ?? null,
    weakest: weak?.name ?? null,
  };
}
