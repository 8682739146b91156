// What the server tells of those who share their results.
import type { Criterion, Result } from "../progress/shapes";

export type Member = { user: string; name: string; results: Result[] };
export type TeamView = { criteria: Criterion[]; members: Member[] };
