// Who says a message: in a rehearsal the buyer's line is told from the coach's remarks by its form.
import type { Turn } from "./shapes";

export type Spoken = { who: string | null; kind: "coach" | "buyer" | "remark"; text: string };

const BUYER = /^([^\s（(【“"#\-*][^：:\n（(【“"。.!！?？]{0,40})(?:：|: )([\s\S]+)$/; // "Name: words", as the buyer speaks
const REMARK = /^\s+[（(]/; // "  (good) ...", as remarks after a line begin

export function spoken(turn: Pick<Turn, "mode" | "said">): Spoken[] {
  return turn.said.map((text) => {
    if (turn.mode !== "rehearsal") return { who: null, kind: "coach", text };
    if (REMARK.test(text)) return { who: null, kind: "remark", text: text.trim() };
    const [, who, words] = BUYER.exec(text) ?? [];
    return who && words ? { who, kind: "buyer", text: words } : { who: null, kind: "coach", text };
  });
}
