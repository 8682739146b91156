// What the server tells of the methodology's files.
import type { KnowledgeFile } from "./tree";

export type Tree = { files: KnowledgeFile[] };
export type Stored = { text: string; version: string };
/** `path` names another file when the change breaks one. */
export type Problem = { line: number; message: string; path?: string | null };
export type Checked = { problems: Problem[] };
/** What stood in a file before: until when. */
export type Version = { id: string; until: string };
