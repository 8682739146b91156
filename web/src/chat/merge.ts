// Puts turns together that come twice, late or out of order.
import type { Turn } from "./shapes";

/** Return the turns with `turn` at its place; the newer copy of a turn wins. */
export function withTurn(turns: Turn[], turn: Turn): Turn[] {
  const others = turns.filter((one) => one.seq !== turn.seq && one.id !== turn.id);
  const place = others.findIndex((one) => one.seq > turn.seq);
  return place < 0 ? [...others, turn] : [...others.slice(0, place), turn, ...others.slice(place)];
}

/** Return the turns with those of `page` in place of what was known from its first one on. */
export function withLatest(turns: Turn[], page: Turn[]): Turn[] {
  const first = page[0]?.seq;
  if (first === undefined) return [];
  const newest = page[page.length - 1]?.seq ?? first;
  return [...turns.filter((turn) => turn.seq < first), ...page, ...turns.filter((turn) => turn.seq > newest)];
}

/** Return the turns with the older ones of `page` before them. */
export function withOlder(turns: Turn[], page: Turn[]): Turn[] {
  const first = turns[0]?.seq ?? Number.POSITIVE_INFINITY;
  return [...page.filter((turn) => turn.seq < first), ...turns];
}

export const lastSeq = (turns: Turn[]): number => turns[turns.length - 1]?.seq ?? 0;
