import { describe, expect, it } from "vitest";
import { Fault } from "../../api";
import { clashOf, edited } from "./clash";

const told = (conflict: unknown, status = 409) => new Fault(status, "conflict", "", { conflict });
const values = { name: "Anna", title: "CEO" };

describe("a change that met somebody else's", () => {
  it("holds both values and all that was typed", () => {
    const conflict = { field: "title", mine: "CEO", theirs: "CFO", by: "ben", version: 7 };
    const shown = { mine: "CEO", theirs: "CFO" };
    expect(clashOf(told(conflict), values)).toEqual({ ...conflict, name: "title", shown, values });
  });

  it("shows values and field in the server's words", () => {
    const conflict = { field: "state", mine: "planned", theirs: "cancelled", by: "ben", version: 2 };
    const words = { field_name: "状态", mine_shown: "计划中", theirs_shown: "已取消" };
    expect(clashOf(told({ ...conflict, ...words }))).toMatchObject({
      ...conflict,
      name: "状态",
      shown: { mine: "计划中", theirs: "已取消" },
    });
  });

  it("shows an empty value as empty", () => {
    expect(clashOf(told({ field: "influence", mine: 3, theirs: null, by: "ben" }), values)).toMatchObject({
      mine: "3",
      theirs: "",
      version: 0,
    });
  });

  it.each([told({ field: "title" }, 400), told(undefined), told({}), new Fault(409, "same_name", "")])(
    "is none in %s",
    (fault) => {
      expect(clashOf(fault, values)).toBeNull();
    },
  );
});

describe("what was changed", () => {
  it.each([
    [{ name: "Anna", title: "CEO" }, { name: "Anna", title: "" }, { title: "CEO" }],
    [{ title: "" }, { title: "CEO" }, { title: "" }],
    [{ phone: "" }, {}, {}],
  ])("%j of %j is %j", (values, start, expected) => {
    expect(edited(values, start)).toEqual(expected);
  });
});
