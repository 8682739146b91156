// What the server tells of a call that was judged: a rehearsal's debrief or a review.
import type { WhyAsk } from "../../why/Why";

export type Level = "surface" | "latent" | "deep";
/** What a criterion earned of its points, or a fault cost; `lines` are those that decided. */
export type Share = { id: string; name: string; points: number; earned: number; lines: number[]; advice?: string };
export type Mark = {
  name: string;
  label: string;
  rule: string;
  text: string;
  start?: number;
  end?: number;
  good?: boolean | null;
  why: WhyAsk | null;
};
export type Need = {
  id: string;
  level: Level;
  name: string;
  found: boolean;
  turn: number | null;
  said?: string | null;
  ask?: string | null;
  why_name?: string | null;
  chance?: number | null;
  followed?: number | null;
  order?: number | null;
};
export type Practise = {
  criterion: string;
  name: string;
  advice: string;
  drill_name: string | null;
  send: string | null;
} | null;
export type Point = { good: boolean; text: string; rule: string; words: string };
export type Line = { number: number; seller: string; buyer: string; marks: Mark[]; feedback: Point[] };
export type Debrief = {
  scenario: string;
  scenario_name?: string;
  difficulty: string;
  difficulty_name?: string;
  score: number;
  passed: boolean;
  pass_mark?: number;
  criteria: Share[];
  faults: Share[];
  needs: Need[];
  steps: { id: string; name: string; turn: number | null }[];
  practise: Practise;
  lines: Line[];
  receipt: string;
  again?: string | null; // what to say to rehearse the same call once more
};
