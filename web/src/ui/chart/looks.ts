// How the lines of a chart differ: by colour and by dashes, so that the colour is never alone.
export type Look = { colour: string; dash: number[] };

export const LOOKS: readonly Look[] = [
  { colour: "--oi-blue", dash: [] },
  { colour: "--oi-vermillion", dash: [9, 5] },
  { colour: "--oi-green", dash: [2, 4] },
  { colour: "--oi-purple", dash: [12, 4, 2, 4] },
  { colour: "--oi-orange", dash: [5, 3] },
  { colour: "--oi-sky", dash: [16, 5] },
];
export const MOST = LOOKS.length;

/** The look of the nth line. */
export const lookOf = (n: number): Look => LOOKS[n % MOST] as Look;

/** The chosen lines in the order in which they were chosen, as many as can be told apart. */
export function looked<L extends { id: string }>(
  lines: readonly L[],
  chosen: readonly string[],
): (L & { look: Look })[] {
  return chosen.slice(0, MOST).flatMap((id, n) => {
    const line = lines.find((one) => one.id === id);
    return line ? [{ ...line, look: lookOf(n) }] : [];
  });
}

/** What stands at a place of the x axis: nothing between two results. */
export function labelAt(labels: readonly string[], at: number): string {
  return Number.isInteger(at) ? (labels[at] ?? "") : "";
}
