import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Line, type Listener } from "./Line";

class Events extends EventTarget {
  static last: Events;
  closed = false;
  constructor(readonly url: string) {
    super();
    Events.last = this;
  }
  close(): void {
    this.closed = true;
  }
}

let listener: Listener;
let line: Line;
let answers: () => Promise<Response>;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("EventSource", Events);
  vi.stubGlobal("fetch", () => answers());
  answers = async () => Response.json({});
  listener = { opened: vi.fn(), turn: vi.fn(), typing: vi.fn(), cleared: vi.fn(), lost: vi.fn() };
  line = new Line(listener);
  line.open(7);
  Events.last.dispatchEvent(new Event("open"));
});
afterEach(() => {
  line.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("the line to the server", () => {
  it("asks for what comes after the last turn, and tells what it hears", () => {
    const tell = (name: string, data: unknown) =>
      Events.last.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }));
    tell("turn", { seq: 8 });
    tell("typing", { id: "m" });
    tell("cleared", {});
    expect(Events.last.url).toContain("after=7");
    expect(listener.turn).toHaveBeenCalledWith({ seq: 8 });
    expect(listener.typing).toHaveBeenCalledWith("m");
    expect([listener.opened, listener.cleared].map((told) => vi.mocked(told).mock.calls.length)).toEqual([1, 1]);
  });

  it("counts as dead only when the server does not answer after a long silence", async () => {
    await vi.advanceTimersByTimeAsync(200_000);
    expect(listener.lost).not.toHaveBeenCalled();
    answers = async () => Promise.reject(new TypeError("away"));
    await vi.advanceTimersByTimeAsync(40_000);
    expect(listener.lost).toHaveBeenCalledTimes(1);
  });

  it("says nothing of a line that was closed or opened anew", () => {
    const old = Events.last;
    line.open(9);
    old.dispatchEvent(new Event("error"));
    expect([old.closed, line.isOpen]).toEqual([true, true]);
    line.close();
    Events.last.dispatchEvent(new Event("error"));
    expect([Events.last.closed, line.isOpen]).toEqual([true, false]);
    expect(listener.lost).not.toHaveBeenCalled();
  });
});
