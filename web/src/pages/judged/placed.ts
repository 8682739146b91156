// Where the words of marks stand in a line.
import type { Spot } from "./pieces";

type Marked = { text: string; start?: number; end?: number };

/** The marks whose words stand in the line; a mark without a place gets that of its words, if they are there. */
export function placed<Mark extends Marked>(line: string, marks: readonly Mark[]): (Mark & Spot)[] {
  return marks.flatMap((mark) => {
    if (mark.start !== undefined && mark.end !== undefined) return [{ ...mark, start: mark.start, end: mark.end }];
    const unit = mark.text ? line.indexOf(mark.text) : -1;
    if (unit < 0) return [];
    const start = [...line.slice(0, unit)].length;
    return [{ ...mark, start, end: start + [...mark.text].length }];
  });
}
