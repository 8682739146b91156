// What the server tells of a reviewed call.
import type { Mark, Need, Practise, Share } from "../judged/shapes";

export type Turn = {
  turn: number;
  speaker: string;
  side: "seller" | "customer" | "other";
  start: number | null;
  text: string;
  marks: Mark[];
  needs: string[];
  objections: string[];
  step: string | null;
};
export type Objection = {
  kind: string;
  name: string;
  turn: number;
  said: string;
  handled: number | null;
  advice?: string | null;
};
export type Review = {
  sellers: string[];
  customers: string[];
  others: string[];
  score: number;
  passed: boolean;
  pass_mark: number;
  needs: Need[];
  criteria: Share[];
  faults: Share[];
  objections: Objection[];
  next_step: { step: "agreed" | "undated" | "refused" | null; turn: number | null; date: string | null };
  talk_share: number | null;
  questions: number;
  by_tenth: Record<string, number[]>;
  turns: Turn[];
  practise: Practise;
  problems?: { line: number; message: string }[];
  /** Who was taken for the seller and why; null when the names told it. */
  guess_words?: string | null;
  page: string;
  /** Why the review could not be kept with the other results. */
  not_kept?: string;
};
