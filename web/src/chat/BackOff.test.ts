import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { BackOff } from "./BackOff";

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("trying again", () => {
  it.each([
    ["without chance", 0.5, [300, 1000, 2000, 4000, 8000, 15_000, 15_000]],
    ["at the soonest", 0, [225, 750, 1500, 3000, 6000, 11_250]],
  ])("waits longer each time, %s", (_, chance, waits) => {
    vi.spyOn(Math, "random").mockReturnValue(chance);
    const again = vi.fn();
    const backOff = new BackOff(again);
    for (const [tries, wait] of waits.entries()) {
      backOff.later();
      vi.advanceTimersByTime(wait - 1);
      expect(again).toHaveBeenCalledTimes(tries);
      vi.advanceTimersByTime(1);
      expect(again).toHaveBeenCalledTimes(tries + 1);
    }
  });

  it("waits for one try only, a short while once it went well, and not at all when stopped", () => {
    const again = vi.fn();
    const backOff = new BackOff(again);
    for (let i = 0; i < 6; i += 1) backOff.later();
    backOff.reset();
    backOff.later();
    vi.advanceTimersByTime(375);
    expect(again).toHaveBeenCalledTimes(1);
    backOff.later();
    backOff.stop();
    vi.advanceTimersByTime(60_000);
    expect(again).toHaveBeenCalledTimes(1);
  });
});
