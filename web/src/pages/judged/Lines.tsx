// A rehearsal line by line: what the seller said with its remarks, and what the buyer answered.
import { Icon } from "../../ui/Icon";
import { t } from "../../words";
import { lineId } from "./LineLinks";
import { Remark } from "./Remark";
import type { Line } from "./shapes";
import { Words } from "./Words";

export function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <section className="transcript" aria-labelledby="transcript-title">
      <h2 id="transcript-title" className="section-title">
        {t("web_transcript")}
      </h2>
      <ol>
        {lines.map((line) => (
          <li key={line.number} id={lineId(line.number)} tabIndex={-1} className="side-seller">
            <p className="speaker">
              <span className="soft small">{line.number}</span> <span className="chip">{t("web_side_seller")}</span>
            </p>
            <p>
              <Words text={line.seller} marks={line.marks} />
            </p>
            {line.marks.length > 0 && (
              <p className="remarks">
                {line.marks.map((mark) => (
                  <Remark key={`${mark.name}:${mark.rule}:${mark.text}`} mark={mark} />
                ))}
              </p>
            )}
            {line.feedback.map((point) => (
              <p key={point.text} className={point.good ? "feedback good" : "feedback"}>
                <Icon name={point.good ? "check" : "why"} /> {point.text}
              </p>
            ))}
            <blockquote>
              <span className="sr-only">{t("web_side_customer")}: </span>
              {line.buyer}
            </blockquote>
          </li>
        ))}
      </ol>
    </section>
  );
}
