import { describe, expect, it } from "vitest";
import { LOOKS, looked, MOST } from "./looks";

const lines = Array.from({ length: MOST + 2 }, (_, n) => ({ id: String(n) }));

describe("the chosen lines", () => {
  it("take their looks in the order in which they were chosen; what is gone keeps its look from others", () => {
    expect(looked(lines, ["3", "gone", "0"])).toEqual([
      { id: "3", look: LOOKS[0] },
      { id: "0", look: LOOKS[2] },
    ]);
  });

  it("are as many as can be told apart", () => {
    const all = lines.map(({ id }) => id);
    expect(looked(lines, all).map(({ id }) => id)).toEqual(all.slice(0, MOST));
  });
});
