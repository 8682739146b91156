// In which order visits and next steps stand: what is to be done first.
import type { StepView, VisitView } from "./shapes";

/** What is planned, the next one first; then what was and what was called off, the latest first. */
export function visitsInOrder(visits: readonly VisitView[]): VisitView[] {
  const planned = visits.filter(({ state }) => state === "planned").sort((a, b) => compare(a.starts, b.starts));
  const others = visits.filter(({ state }) => state !== "planned").sort((a, b) => compare(b.starts, a.starts));
  return [...planned, ...others];
}

/** Open steps by their day, those without one after them; then what is done, the latest first. */
export function stepsInOrder(steps: readonly StepView[]): StepView[] {
  const open = steps.filter((step) => !step.done).sort((a, b) => compare(a.due ?? "~", b.due ?? "~"));
  const done = steps.filter((step) => step.done).sort((a, b) => compare(b.done ?? "", a.done ?? ""));
  return [...open, ...done];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
