import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Chat } from "./Chat";
import { put, waiting } from "./outbox";
import type { Panel, Turn } from "./shapes";

const PANEL = { mode: "interview", choices: [] } as unknown as Panel;
const turn = (seq: number, id: string, you = "x"): Turn => ({
  seq,
  id,
  you,
  said: ["ok"],
  at: "2026-03-02T08:00:00Z",
  mode: "interview",
  lang: "zh",
});

/** A server that knows each message once, by its id, and can be away. */
class Server {
  turns: Turn[] = [];
  away = false;
  loseAnswer = false;
  status = 200;
  posts: string[] = [];

  fetch = async (path: string, init: RequestInit): Promise<Response> => {
    if (this.away) throw new TypeError("Failed to fetch");
    if (init.method !== "POST") {
      return Response.json({ turns: this.turns, more: false, greeting: ["hello"], panel: PANEL });
    }
    const { id, text } = JSON.parse(String(init.body)) as { id: string; text: string };
    this.posts.push(text);
    if (this.status !== 200) return Response.json({ error: { code: "x", message: "no" } }, { status: this.status });
    if (!this.turns.some((one) => one.id === id)) this.turns.push(turn(this.turns.length + 1, id, text));
    if (this.loseAnswer) throw new TypeError(`lost ${path}`);
    return Response.json({ turn: this.turns.find((one) => one.id === id), panel: PANEL });
  };
}

class Events extends EventTarget {
  static all: Events[] = [];
  closed = false;
  constructor(readonly url: string) {
    super();
    Events.all.push(this);
    queueMicrotask(() => this.closed || this.dispatchEvent(new Event("open")));
  }
  close(): void {
    this.closed = true;
  }
  tell(name: string, data: unknown): void {
    this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }));
  }
}

let server: Server;
let stop: (() => void) | null = null;

async function open(): Promise<Chat> {
  const chat = new Chat("me");
  stop = chat.watch();
  await vi.advanceTimersByTimeAsync(0);
  return chat;
}
const said = (chat: Chat) => chat.get().turns.map((one) => one.you);
const latest = () => Events.all[Events.all.length - 1] as Events;

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  Events.all = [];
  server = new Server();
  vi.stubGlobal("fetch", server.fetch);
  vi.stubGlobal("EventSource", Events);
});
afterEach(() => {
  stop?.();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a conversation", () => {
  it("shows what is said at once, then its turn, and keeps nothing back", async () => {
    const chat = await open();
    chat.send("  one ");
    expect(chat.get().pending.map((one) => one.text)).toEqual(["one"]);
    expect(waiting("me")).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(0);
    expect([said(chat), chat.get().pending, waiting("me"), chat.get().typing]).toEqual([["one"], [], [], false]);
  });

  it("sends in the order in which it was said", async () => {
    const chat = await open();
    for (const text of ["a", "b", "c"]) chat.send(text);
    await vi.advanceTimersByTimeAsync(10);
    expect(server.posts).toEqual(["a", "b", "c"]);
    expect(said(chat)).toEqual(["a", "b", "c"]);
  });

  it("keeps what was said while the server is away, and sends it once it is back", async () => {
    const chat = await open();
    server.away = true;
    chat.send("late");
    await vi.advanceTimersByTimeAsync(500);
    expect([chat.get().link, said(chat), waiting("me").length]).toEqual(["away", [], 1]);
    server.away = false;
    await vi.advanceTimersByTimeAsync(30_000);
    expect([chat.get().link, said(chat), waiting("me")]).toEqual(["live", ["late"], []]);
  });

  it("does nothing twice when the answer was lost on the way", async () => {
    const chat = await open();
    server.loseAnswer = true;
    chat.send("once");
    await vi.advanceTimersByTimeAsync(100);
    server.loseAnswer = false;
    await vi.advanceTimersByTimeAsync(30_000);
    expect([server.turns.length, said(chat), waiting("me")]).toEqual([1, ["once"], []]);
  });

  it("sends after a reload what was not acknowledged", async () => {
    put("me", { id: "7d444840-9dc0-11d1-b245-5ffdce74fad2", text: "before", at: 1 });
    const chat = await open();
    await vi.advanceTimersByTimeAsync(10);
    expect([said(chat), waiting("me"), chat.get().loaded]).toEqual([["before"], [], true]);
  });

  it("keeps a refused message with the reason, and goes on with the next", async () => {
    const chat = await open();
    server.status = 400;
    chat.send("bad");
    await vi.advanceTimersByTimeAsync(0);
    server.status = 200;
    chat.send("good");
    await vi.advanceTimersByTimeAsync(0);
    expect(chat.get().pending.map((one) => [one.text, one.refused])).toEqual([["bad", "no"]]);
    expect(said(chat)).toEqual(["good"]);
    expect(chat.withdraw(chat.get().pending[0]?.id ?? "")).toBe("bad");
    expect([chat.get().pending, waiting("me")]).toEqual([[], []]);
  });

  it("tries again when the server is busy, without calling it away", async () => {
    const chat = await open();
    server.status = 503;
    chat.send("x");
    await vi.advanceTimersByTimeAsync(100);
    expect(chat.get().pending).toHaveLength(1);
    server.status = 200;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(said(chat)).toEqual(["x"]);
  });

  it("takes turns of other tabs in their order, each once", async () => {
    const chat = await open();
    server.turns = [turn(1, "a", "1"), turn(2, "b", "2")];
    latest().tell("turn", turn(2, "b", "2"));
    latest().tell("turn", turn(1, "a", "1"));
    latest().tell("turn", turn(2, "b", "2"));
    await vi.advanceTimersByTimeAsync(0);
    expect(said(chat)).toEqual(["1", "2"]);
  });

  it("asks for the panel after what another tab said, also when its message was seen waiting", async () => {
    const chat = await open();
    put("me", { id: "b", text: "2", at: 2 });
    dispatchEvent(new Event("storage"));
    expect(chat.get().pending.map((one) => one.text)).toEqual(["2"]);
    server.turns = [turn(1, "b", "2")];
    const asked = vi.spyOn(server, "fetch");
    vi.stubGlobal("fetch", server.fetch);
    latest().tell("turn", turn(1, "b", "2"));
    await vi.advanceTimersByTimeAsync(0);
    expect(asked.mock.calls.map(([path]) => path)).toEqual(["/api/chat"]);
    expect([said(chat), chat.get().pending, server.posts]).toEqual([["2"], [], []]);
  });

  it("opens a line that broke again, after the last turn it has", async () => {
    const chat = await open();
    chat.send("one");
    await vi.advanceTimersByTimeAsync(0);
    latest().dispatchEvent(new Event("error"));
    expect(chat.get().link).toBe("away");
    await vi.advanceTimersByTimeAsync(1000);
    expect([chat.get().link, latest().url, Events.all[0]?.closed]).toEqual([
      "live",
      expect.stringContaining("after=1"),
      true,
    ]);
  });

  it("forgets what was forgotten elsewhere", async () => {
    const chat = await open();
    chat.send("one");
    await vi.advanceTimersByTimeAsync(0);
    server.turns = [];
    latest().tell("cleared", {});
    await vi.advanceTimersByTimeAsync(0);
    expect(said(chat)).toEqual([]);
  });
});
