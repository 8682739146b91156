// The line on which the server tells what is said: opened, watched, given up when nothing is heard for long.
import { get } from "../api";
import { lang } from "../words";
import type { Turn } from "./shapes";

const QUIET_MS = 40_000; // the server says something every 15 s; after this long the line is dead
const ASKED_MS = 10_000; // how long it may take to say that it is there

export type Listener = {
  opened(): void;
  turn(turn: Turn): void;
  typing(id: string): void;
  cleared(): void;
  lost(error: unknown): void;
};

export class Line {
  private events: EventSource | null = null;
  private quiet: number | undefined;

  constructor(private readonly listener: Listener) {}

  get isOpen(): boolean {
    return this.events !== null;
  }

  /** Hear of what comes after the turn `after`. */
  open(after: number): void {
    this.close();
    const events = new EventSource(`/api/chat/events?after=${after}&lang=${lang()}`);
    this.events = events;
    events.addEventListener("open", () => {
      this.alive();
      this.listener.opened();
    });
    events.addEventListener("turn", (event) => {
      this.alive();
      this.listener.turn(JSON.parse(event.data) as Turn);
    });
    events.addEventListener("typing", (event) => this.listener.typing((JSON.parse(event.data) as { id: string }).id));
    events.addEventListener("cleared", () => this.listener.cleared());
    events.addEventListener("error", () => events === this.events && this.listener.lost(null));
  }

  close(): void {
    clearTimeout(this.quiet);
    this.events?.close();
    this.events = null;
  }

  /** The line is in use: it counts as dead only when nothing is heard for long. */
  private alive(): void {
    clearTimeout(this.quiet);
    this.quiet = window.setTimeout(() => this.check(), QUIET_MS);
  }

  /** Ask once whether the server is there: comments that keep a line open are not told to the page. */
  private check(): void {
    get("/api/me", { timeout: ASKED_MS })
      .then(() => this.alive())
      .catch((error: unknown) => this.listener.lost(error));
  }
}
