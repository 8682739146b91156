import { expect, it } from "vitest";
import { dayOf, whenOf } from "./when";

it.each([
  ["2030-03-12T10:00", "", "2030-03-12 10:00"],
  ["2030-03-12T10:00:00", "Europe/Berlin", "2030-03-12 10:00"],
  ["2030-03-12T10:00", "Asia/Shanghai", "2030-03-12 10:00 (Asia/Shanghai)"],
  ["2030-03-12", "", "2030-03-12"],
])("a visit at %s in %j is shown as %s in Berlin", (starts, zone, expected) => {
  expect(whenOf({ starts, zone }, "Europe/Berlin")).toBe(expected);
});

it("a moment is on the day that the clock here shows", () => {
  for (const hour of [0, 1, 12, 23]) {
    expect(dayOf(new Date(2026, 2, 5, hour, 30).toISOString())).toBe("2026-03-05");
  }
});
