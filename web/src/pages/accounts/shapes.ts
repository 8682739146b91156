// What the server tells of accounts.
import type { Stance } from "../../chat/shapes";
import type { WhyAsk } from "../../why/Why";
import type { Level } from "../judged/shapes";

export type Light = "green" | "amber" | "red";
export type AccountLine = {
  id: string;
  name: string;
  position: Light | null;
  position_name: string | null;
  last_touched: string | null;
  next_visit: string | null;
};
export type AccountList = { accounts: AccountLine[]; more: boolean };

/** A dated sign of where a person stands. */
export type Sign = {
  day: string;
  quote: string;
  who: string;
  label_name: string;
  grade_name: string;
  why: WhyAsk | null;
};
export type PersonView = {
  id: string;
  version: number;
  name: string;
  title: string;
  email: string;
  phone: string;
  influence: number | null;
  role_name: string | null;
  stance: Stance;
  stance_name: string;
  confidence: number;
  trend: "warming" | "cooling" | "steady" | "unknown";
  trend_name: string;
  supporting: Sign[];
  against: Sign[];
  needed: string | null;
  change: string | null;
  advice: string | null;
};
export type NeedView = {
  id: string;
  topic: string;
  quote: string;
  who: string | null;
  day: string;
  by: string;
  why: WhyAsk | null;
};
export type DepthView = { level: Level; name: string; needs: NeedView[] };
export type StepView = { id: string; version: number; text: string; due: string | null; done: string | null };
export type VisitView = {
  id: string;
  version: number;
  starts: string;
  zone: string;
  minutes: number;
  place: string;
  purpose: string;
  people: string[];
  state: string;
  state_name: string;
  outcome: string;
};
export type NoteView = { id: string; text: string; day: string; by: string; who: string | null };
export type AccountView = {
  id: string;
  version: number;
  name: string;
  owner: string;
  mine: boolean;
  may_write: boolean;
  facts: { field: string; name: string; value: string }[];
  position: Light;
  position_name: string;
  score: number;
  best: number;
  reasons: string[];
  step: { number: number | null; name: string | null; why: string | null } | null;
  people: PersonView[];
  needs: DepthView[];
  next_steps: StepView[];
  visits: VisitView[];
  notes: NoteView[];
  gaps: string[];
  shares: { user: string; write: boolean }[];
  stances: { id: Stance; name: string }[];
};
