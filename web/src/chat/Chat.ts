// The conversation as this page knows it: sends, listens, heals. Nothing is lost, nothing is doubled.
import { Fault, get, post, remove } from "../api";
import { BackOff } from "./BackOff";
import { Line } from "./Line";
import { lastSeq, withLatest, withOlder, withTurn } from "./merge";
import { drop, newId, put, type Waiting, waiting } from "./outbox";
import type { Conversation, Panel, Turn } from "./shapes";

export type Link = "joining" | "live" | "away";
/** `refused` says why the server will not take a message as it is. */
export type Pending = Waiting & { refused?: string };
export type View = {
  loaded: boolean;
  link: Link;
  turns: Turn[];
  more: boolean;
  greeting: string[];
  panel: Panel | null;
  pending: Pending[];
  typing: boolean;
  fault: unknown;
};

const EMPTY: View = {
  loaded: false,
  link: "joining",
  turns: [],
  more: false,
  greeting: [],
  panel: null,
  pending: [],
  typing: false,
  fault: null,
};
const ELSEWHERE_MS = 5000; // a tab that said something sends it itself; after so long it may have been closed
const HIDDEN_MS = 60_000; // a page in the background leaves its line to others: a browser has six to one server

export class Chat {
  private view: View = EMPTY;
  private readonly listeners = new Set<() => void>();
  private readonly line = new Line({
    opened: () => this.opened(),
    turn: (turn) => this.heard(turn),
    typing: (id) => this.typed(id),
    cleared: () => this.forgotten(),
    lost: (error) => this.lost(error),
  });
  private readonly backOff = new BackOff(() => this.again());
  private hidden: number | undefined;
  private pumping = false;
  private readonly own = new Set<string>(); // what this page sends itself; for the rest the panel is asked for
  private watched = 0;
  private asked = 0;

  constructor(readonly user: string) {
    this.view = { ...EMPTY, pending: waiting(user) };
    addEventListener("storage", () => this.seeOutbox());
    addEventListener("online", () => this.hurry());
    document.addEventListener("visibilitychange", () => this.seeVisibility());
    if (this.view.pending.length) void this.pump();
  }

  readonly get = (): View => this.view;
  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private show(change: Partial<View>): void {
    this.view = { ...this.view, ...change };
    for (const listener of this.listeners) listener();
  }

  /** Follow the conversation until the returned function is called. */
  watch(): () => void {
    this.watched += 1;
    if (this.watched === 1) void this.join();
    return () => {
      this.watched -= 1;
      if (this.watched === 0) this.leave();
    };
  }

  /** Say something: it stands in the conversation at once and is sent until the server has it. */
  send(text: string): void {
    const said = text.trim();
    if (!said) return;
    const last = this.view.pending[this.view.pending.length - 1];
    const message = { id: newId(), text: said, at: Math.max(Date.now(), (last?.at ?? 0) + 1) };
    put(this.user, message);
    this.show({ pending: [...this.view.pending, message] });
    void this.pump();
  }

  /** Give up a message that the server refused, and return its words. */
  withdraw(id: string): string {
    const text = this.view.pending.find((one) => one.id === id)?.text ?? "";
    this.acknowledged(id);
    void this.pump();
    return text;
  }

  /** Get the conversation anew, in the language of the page. */
  async refresh(): Promise<void> {
    this.asked += 1;
    const mine = this.asked;
    const got = await get<Conversation>("/api/chat");
    const turns = withLatest(this.view.turns, got.turns);
    const whole = turns[0]?.seq === got.turns[0]?.seq;
    const newest = mine === this.asked || !this.view.loaded; // else a newer panel is there or on the way
    this.show({
      loaded: true,
      fault: null,
      turns,
      more: whole ? got.more : this.view.more,
      ...(newest ? { greeting: got.greeting, panel: got.panel } : {}),
    });
    for (const turn of got.turns) this.acknowledged(turn.id);
  }

  async older(): Promise<void> {
    const first = this.view.turns[0]?.seq;
    if (first === undefined) return;
    const got = await get<Conversation>(`/api/chat?before=${first}`);
    this.show({ turns: withOlder(this.view.turns, got.turns), more: got.more });
  }

  /** Forget the whole conversation, here and on the server. */
  async forget(): Promise<void> {
    await remove("/api/chat");
    this.cleared();
    await this.refresh();
  }

  /** Try at once what would be tried again in a while. */
  hurry(): void {
    this.backOff.reset();
    if (this.watched && this.view.link !== "live") void this.join();
    else void this.pump();
  }

  private again(): void {
    if (this.watched) void this.join();
    else void this.pump();
  }

  private async join(): Promise<void> {
    this.backOff.stop();
    this.line.close();
    const after = this.view.loaded ? lastSeq(this.view.turns) : null;
    try {
      await this.refresh();
    } catch (error) {
      this.lost(error);
      return;
    }
    if (this.watched) this.line.open(after ?? lastSeq(this.view.turns));
    void this.pump();
  }

  private opened(): void {
    this.backOff.reset();
    this.show({ link: "live" });
    void this.pump();
  }

  private lost(error: unknown): void {
    this.line.close();
    this.show({ link: "away", typing: false, fault: this.view.loaded ? null : error });
    if (error instanceof Fault && error.status === 401) return; // the page asks to sign in and is loaded anew
    this.backOff.later();
  }

  private leave(): void {
    this.backOff.stop();
    this.line.close();
    if (this.next()) this.backOff.later();
  }

  private seeVisibility(): void {
    clearTimeout(this.hidden);
    if (document.hidden) this.hidden = window.setTimeout(() => this.line.close(), HIDDEN_MS);
    else if (this.watched && !this.line.isOpen) {
      this.backOff.reset();
      void this.join();
    }
  }

  private heard(turn: Turn): void {
    const mine = this.own.has(turn.id);
    const known = this.view.turns.some((one) => one.id === turn.id);
    this.take(turn);
    if (!mine && !known) void this.refresh().catch(() => {}); // said elsewhere: the panel has changed, too
  }

  private take(turn: Turn): void {
    this.show({ turns: withTurn(this.view.turns, turn), typing: false });
    this.acknowledged(turn.id);
  }

  private typed(id: string): void {
    if (!this.view.turns.some((turn) => turn.id === id)) this.show({ typing: true });
  }

  private forgotten(): void {
    this.cleared();
    void this.refresh().catch(() => {});
  }

  private cleared(): void {
    this.show({ turns: [], more: false, panel: null, typing: false });
  }

  private acknowledged(id: string): void {
    drop(this.user, id);
    if (this.view.pending.some((one) => one.id === id))
      this.show({ pending: this.view.pending.filter((one) => one.id !== id) });
  }

  /** Another tab said something, or had it acknowledged. */
  private seeOutbox(): void {
    const refused = new Map(this.view.pending.map((one) => [one.id, one.refused]));
    const now = waiting(this.user).map((one) => ({ ...one, refused: refused.get(one.id) }));
    const same = now.length === this.view.pending.length && now.every((one, i) => one.id === this.view.pending[i]?.id);
    if (same) return;
    this.show({ pending: now });
    setTimeout(() => void this.pump(), ELSEWHERE_MS);
  }

  /** Send what waits, one after the other, so that the order stays. */
  private async pump(): Promise<void> {
    if (this.pumping) return;
    this.pumping = true;
    try {
      for (let next = this.next(); next; next = this.next()) {
        if (!(await this.deliver(next))) break;
      }
    } finally {
      this.pumping = false;
      if (!this.next()) this.show({ typing: false });
    }
  }

  private next(): Pending | undefined {
    return this.view.pending.find((one) => !one.refused);
  }

  /** Return whether to go on with the next one. */
  private async deliver(message: Pending): Promise<boolean> {
    this.own.add(message.id);
    this.show({ typing: true });
    try {
      this.asked += 1; // what is asked before this turn is older than its panel
      const got = await post<{ turn: Turn; panel: Panel }>("/api/chat", { id: message.id, text: message.text });
      this.show({ panel: got.panel });
      this.take(got.turn);
      return true;
    } catch (error) {
      if (error instanceof Fault && !error.passing && error.status !== 401) {
        this.refuse(message.id, error.message);
        return true;
      }
      this.show({ typing: false });
      if (!(error instanceof Fault && error.status === 401)) this.stuck(error);
      return false;
    }
  }

  private stuck(error: unknown): void {
    if (error instanceof Fault && error.status !== 0) {
      this.backOff.later(); // the server is there, but busy: the line stays
      return;
    }
    this.lost(null);
  }

  private refuse(id: string, reason: string): void {
    const mark = (one: Pending) => (one.id === id ? { ...one, refused: reason } : one);
    this.show({ pending: this.view.pending.map(mark), typing: false });
  }
}
