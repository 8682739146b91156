// When a visit begins, as it is shown.
import type { VisitView } from "./shapes";

/** The zone of this browser. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Day and time on the visit's own clock; its zone only where it is another than the user's. */
export function whenOf({ starts, zone }: Pick<VisitView, "starts" | "zone">, own = ownZone()): string {
  const at = starts.slice(0, 16).replace("T", " ");
  return zone && zone !== own ? `${at} (${zone})` : at;
}
