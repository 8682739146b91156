// What the chat API sends (docs/web_api.md).
import type { Light } from "../pages/accounts/shapes";
import type { WhyAsk } from "../why/Why";
import type { Lang } from "../words";

export type Mode = "interview" | "rehearsal" | "drill" | "after_visit";
/** `withdrew` is the id of an earlier turn that this one took back. */
export type Turn = {
  seq: number;
  id: string;
  you: string;
  said: string[];
  at: string;
  mode: Mode;
  lang: Lang;
  withdrew?: string | null;
};
export type Level = "surface" | "latent" | "deep";
export type Need = { id: string; topic: string; quote: string; who: string | null; why: WhyAsk | null };
export type Depth = { level: Level; name: string; needs: Need[] };
export type Step = { id: string; name: string; state: "done" | "now" | "todo" };
export type Stance = "coach" | "supporter" | "neutral" | "opponent" | "enemy" | "unknown";
export type Someone = {
  id: string;
  name: string;
  title: string | null;
  role: string | null;
  role_name: string | null;
  stance: Stance;
  stance_name: string;
  quote: string | null;
  advice: string | null;
  why: WhyAsk | null;
};
export type Mark = { name: string; label: string; rule: string; text: string; why: WhyAsk | null };
export type Trust = { words: string; level: 0 | 1 | 2 | 3 | 4; trend: "up" | "down" | "same" };
export type Rehearsal<Debrief = unknown> = {
  scenario: string;
  name: string;
  person: string;
  title: string;
  firm: string;
  situation: string;
  goal: string;
  known: string[];
  difficulty: string;
  difficulty_name?: string;
  number: number;
  over: boolean;
  trust: Trust | null;
  needs: { level: Level; found: boolean; said: string | null }[];
  can_take_back: boolean;
  last?: string | null; // the seller's last line that counts
  marks: Mark[];
  debrief: Debrief | null;
};
export type Choice = { say: string; send: string };
export type Panel = {
  lang: Lang;
  mode: Mode;
  account: { name: string; id: string | null; position: Light | null; position_name?: string | null } | null;
  funnel: { steps: Step[]; why: string | null };
  iceberg: Depth[];
  people: Someone[];
  gaps: string[];
  next_step: { text: string; date: string | null } | null;
  page: string | null;
  rehearsal: Rehearsal | null;
  drill: { name: string; task?: string; number: number; of: number } | null;
  choices: Choice[];
};
export type Conversation = { turns: Turn[]; more: boolean; greeting: string[]; panel: Panel };
