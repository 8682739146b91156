// What the server tells of a user's results.
export type Criterion = { id: string; name: string };
/** `skills` are shares from 0 to 1 by criterion; `receipt` names the stored debrief. */
export type Result = {
  receipt: string | null;
  day: string;
  kind: "rehearsal" | "review" | "drill";
  kind_name: string;
  name: string;
  score: number;
  difficulty_name: string | null;
  skills: Record<string, number>;
};
export type Due = { name: string; due: boolean; why: string; send: string };
export type ProgressView = { criteria: Criterion[]; results: Result[]; due: Due | null; shared: boolean };
