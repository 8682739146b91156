import { describe, expect, it } from "vitest";
import { spoken } from "./spoken";

describe("who says a message", () => {
  it.each([
    ["rehearsal", "王老太太：可以，您问吧。", "buyer", "王老太太"],
    ["rehearsal", "Marco Rossi: Go ahead.\nQuickly.", "buyer", "Marco Rossi"],
    ["rehearsal", "  (好) 影响问题（“延期给您带来了什么影响”）：大单里最有用的一类。", "remark", null],
    ["rehearsal", "【老太太买李子】水果摊 · 难度：标准\n您要见的是王老太太", "coach", null],
    ["rehearsal", "好，上一句不算，重来。", "coach", null],
    ["rehearsal", "您这句“您好”是这样读的：\n - x", "coach", null],
    ["rehearsal", "# 复盘：x", "coach", null],
    ["interview", "王总：购买者，态度未知。", "coach", null],
  ] as const)("%s %s", (mode, text, kind, who) => {
    const [one] = spoken({ mode, said: [text] });
    expect([one?.kind, one?.who]).toEqual([kind, who]);
  });
});
