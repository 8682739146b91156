// Edits that are not saved yet, kept in this tab: leaving the page or a reload loses nothing.
import type { Stored } from "./shapes";

const PREFIX = "coach.draft.";

/** A draft: the text, and the version of the file that it was made from. */
export function draftOf(path: string): Stored | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(PREFIX + path) ?? "null") as Stored | null;
    return kept && typeof kept.text === "string" && typeof kept.version === "string" ? kept : null;
  } catch {
    return null;
  }
}

export function keepDraft(path: string, draft: Stored): void {
  try {
    sessionStorage.setItem(PREFIX + path, JSON.stringify(draft));
  } catch {
    // a browser that keeps nothing: the warning before leaving still stands
  }
}

export function dropDraft(path: string): void {
  try {
    sessionStorage.removeItem(PREFIX + path);
  } catch {
    // nothing was kept
  }
}

/** The paths that have a draft. */
export function drafts(): string[] {
  try {
    return Object.keys(sessionStorage)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => key.slice(PREFIX.length));
  } catch {
    return [];
  }
}
