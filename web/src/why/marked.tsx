// A sentence with the words that decided set off.
import type { ReactNode } from "react";

export type Span = { start: number; end: number };

/** Return `text` with the spans in <mark>. Offsets count characters as Python does, not UTF-16 units. */
export function marked(text: string, spans: Span[]): ReactNode[] {
  const characters = Array.from(text);
  const parts: ReactNode[] = [];
  let done = 0;
  for (const { start, end } of [...spans].sort((one, other) => one.start - other.start)) {
    const from = Math.max(start, done);
    if (end <= from) continue;
    parts.push(characters.slice(done, from).join(""));
    parts.push(<mark key={from}>{characters.slice(from, end).join("")}</mark>);
    done = end;
  }
  parts.push(characters.slice(done).join(""));
  return parts;
}
