// A line with the words that marks rest on set off.
import { Dated } from "../../ui/Dated";
import { pieces } from "./pieces";
import { placed } from "./placed";
import type { Mark } from "./shapes";

export function Words({ text, marks }: { text: string; marks: readonly Mark[] }) {
  let at = 0;
  return pieces(text, placed(text, marks)).map((piece) => {
    const key = at;
    at += piece.text.length;
    const Tag = piece.marks.length ? "mark" : "span";
    return (
      <Tag key={key}>
        <Dated>{piece.text}</Dated>
      </Tag>
    );
  });
}
