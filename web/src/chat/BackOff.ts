// Trying again later: soon at first, then at longer and longer distances, and not all pages at once after a restart.
const WAITS_MS = [300, 1000, 2000, 4000, 8000];
const LONGEST_MS = 15_000;

export class BackOff {
  private tries = 0;
  private timer: number | undefined;

  constructor(private readonly again: () => void) {}

  later(): void {
    this.stop();
    const wait = WAITS_MS[this.tries] ?? LONGEST_MS;
    this.tries += 1;
    this.timer = window.setTimeout(this.again, wait * (0.75 + Math.random() / 2));
  }

  /** Give up the try that waits. */
  stop(): void {
    clearTimeout(this.timer);
  }

  /** It went well: the next wait is a short one. */
  reset(): void {
    this.tries = 0;
  }
}
