import { describe, expect, it } from "vitest";
import { stepsInOrder, visitsInOrder } from "./order";
import type { VisitView } from "./shapes";

const step = (id: string, due: string | null, done: string | null = null) => ({ id, version: 1, text: id, due, done });

describe("next steps", () => {
  it("stand in the order in which they are to be done, what is done below", () => {
    const steps = [
      step("old", "2026-01-02", "2026-01-03"),
      step("undated", null),
      step("late", "2026-04-01"),
      step("new", null, "2026-02-03"),
      step("soon", "2026-03-01"),
    ];
    expect(stepsInOrder(steps).map(({ id }) => id)).toEqual(["soon", "late", "undated", "new", "old"]);
  });
});

describe("visits", () => {
  it("stand in the order in which they come, what was or will not be below", () => {
    const visit = (starts: string, state: string) => ({ starts, state }) as VisitView;
    const visits = [
      visit("2026-03-01T10:00", "done"),
      visit("2026-05-01T10:00", "planned"),
      visit("2026-06-01T10:00", "cancelled"),
      visit("2026-04-01T10:00", "planned"),
    ];
    expect(visitsInOrder(visits).map(({ starts }) => starts.slice(5, 7))).toEqual(["04", "05", "06", "03"]);
  });
});
