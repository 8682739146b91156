import { expect, it } from "vitest";
import { whenOf } from "./when";

it.each([
  ["2030-03-12T10:00", "", "2030-03-12 10:00"],
  ["2030-03-12T10:00:00", "Europe/Berlin", "2030-03-12 10:00"],
  ["2030-03-12T10:00", "Asia/Shanghai", "2030-03-12 10:00 (Asia/Shanghai)"],
  ["2030-03-12", "", "2030-03-12"],
])("a visit at %s in %j is shown as %s in Berlin", (starts, zone, expected) => {
  expect(whenOf({ starts, zone }, "Europe/Berlin")).toBe(expected);
});
