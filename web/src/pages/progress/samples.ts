// Results for tests.
import type { Result } from "./shapes";

type Kind = Result["kind"];
/** A rehearsal or review of a day. */
export const call = (day: string, score: number, skills: Record<string, number>, kind: Kind = "rehearsal"): Result => ({
  receipt: null,
  day,
  kind,
  kind_name: kind,
  name: "x",
  score,
  difficulty_name: null,
  skills,
});
