import { describe, expect, it } from "vitest";
import { lastSeq, withLatest, withOlder, withTurn } from "./merge";
import type { Turn } from "./shapes";

const turn = (seq: number, said = "") => ({ seq, id: `id${seq}`, said: [said] }) as unknown as Turn;
const list = (...seqs: number[]) => seqs.map((seq) => turn(seq));
const seqs = (turns: Turn[]) => turns.map((one) => one.seq);

describe("turns from here and there", () => {
  it.each([
    [[], 1, [1]],
    [[1, 3], 2, [1, 2, 3]],
    [[1, 2], 3, [1, 2, 3]],
    [[2, 3], 1, [1, 2, 3]],
    [[1, 2], 2, [1, 2]],
  ])("%j and %i", (known, seq, all) => expect(seqs(withTurn(list(...known), turn(seq)))).toEqual(all));

  it.each([
    [
      [1, 2, 3],
      [2, 3],
      [1, 2, 3],
    ],
    [
      [1, 2, 3],
      [3, 4],
      [1, 2, 3, 4],
    ],
    [
      [4, 5],
      [3, 4],
      [3, 4, 5],
    ],
    [[1, 2], [], []],
  ])("%j, and the server says %j", (known, page, all) => {
    expect(seqs(withLatest(list(...known), list(...page)))).toEqual(all);
  });

  it("the newer copy of a turn wins", () => {
    expect(withTurn([turn(1, "old")], turn(1, "new"))[0]?.said).toEqual(["new"]);
    expect(withLatest([turn(1, "old")], [turn(1, "new")])[0]?.said).toEqual(["new"]);
  });

  it("older ones come before", () => {
    expect(seqs(withOlder(list(3, 4), list(1, 2, 3)))).toEqual([1, 2, 3, 4]);
    expect([lastSeq([]), lastSeq(list(1, 9))]).toEqual([0, 9]);
  });
});
