// The call line by line: what each line was, with the words; a switch shows only lines with a remark.
import { useState } from "react";
import { Switch } from "../../ui/Fields";
import { t } from "../../words";
import { lineId } from "../judged/LineLinks";
import { Remark } from "../judged/Remark";
import { Words } from "../judged/Words";
import { clock } from "./clock";
import type { Review, Turn } from "./shapes";

export function Transcript({ review }: { review: Pick<Review, "turns" | "needs" | "objections"> }) {
  const { turns, needs, objections } = review;
  const [short, setShort] = useState(false);
  const heard = ({ turn }: Turn) => [
    ...needs.filter((one) => one.turn === turn).map((one) => t(`web_row_${one.level}`)),
    ...objections.filter((one) => one.turn === turn).map((one) => t("web_objection", { name: one.name })),
  ];
  const shown = short ? turns.filter(isRemarkable) : turns;
  return (
    <section className="transcript" aria-labelledby="transcript-title">
      <h2 id="transcript-title" className="section-title">
        {t("web_transcript")}
      </h2>
      <Switch label={t("web_transcript_short")} checked={short} onChange={setShort} />
      <ol>
        {shown.map((turn) => (
          <li key={turn.turn} id={lineId(turn.turn)} tabIndex={-1} className={`side-${turn.side}`}>
            <p className="speaker">
              <span className="soft small">{turn.turn}</span> <strong>{turn.speaker}</strong>{" "}
              <span className="chip">{t(`web_side_${turn.side}`)}</span>{" "}
              {turn.start !== null && <time className="soft small">{clock(turn.start)}</time>}
            </p>
            <p>
              <Words text={turn.text} marks={turn.marks} />
            </p>
            {turn.marks.length + heard(turn).length > 0 && (
              <p className="remarks">
                {[...new Set(heard(turn))].map((words) => (
                  <span key={words} className="chip">
                    {words}
                  </span>
                ))}
                {turn.marks.map((mark) => (
                  <Remark key={`${mark.name}:${mark.rule}:${mark.text}`} mark={mark} />
                ))}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function isRemarkable(turn: Turn): boolean {
  return turn.marks.length + turn.needs.length + turn.objections.length > 0 || turn.step !== null;
}
