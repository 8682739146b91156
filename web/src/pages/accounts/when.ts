// When a visit begins and when something was noted, as it is shown.
import type { VisitView } from "./shapes";

/** The zone of this browser. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Day and time on the visit's own clock; its zone only where it is another than the user's. */
export function whenOf({ starts, zone }: Pick<VisitView, "starts" | "zone">, own = ownZone()): string {
  const at = starts.slice(0, 16).replace("T", " ");
  return zone && zone !== own ? `${at} (${zone})` : at;
}

/** The day of a moment, `2026-11-27T23:30:00Z`, by the clock of whoever looks. */
export function dayOf(moment: string): string {
  const at = new Date(moment);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
