// What can be counted of a call: hints, no points. Questions and needs by tenth of the call, darker where more.
import { ScrollX } from "../../ui/ScrollX";
import { t } from "../../words";
import { heat } from "./heat";
import type { Review } from "./shapes";

const ROWS = ["situation", "problem", "implication", "need_payoff", "unclear", "surface", "latent", "deep"] as const;
const TENTHS = Array.from({ length: 10 }, (_, i) => i);

export function Measures({ review }: { review: Review }) {
  return (
    <section className="measures" aria-labelledby="measures-title">
      <h2 id="measures-title" className="section-title">
        {t("web_measures")}
      </h2>
      <p>
        {review.talk_share !== null && t("web_measures_talk", { percent: review.talk_share })}{" "}
        {t("web_measures_questions", { count: review.questions })}
      </p>
      <p id="tenths-words" className="small soft">
        {t("web_measures_tenths")}
      </p>
      <ScrollX label={t("web_measures")}>
        <table className="tenths" aria-describedby="tenths-words">
          <thead>
            <tr>
              <th scope="col">{t("web_measures_kind")}</th>
              {TENTHS.map((tenth) => (
                <th key={tenth} scope="col">
                  {t("web_measures_percent", { percent: (tenth + 1) * 10 })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ROWS.map((row) => (
              <tr key={row}>
                <th scope="row">{t(`web_row_${row}`)}</th>
                {TENTHS.map((tenth) => {
                  const count = review.by_tenth[row]?.[tenth] ?? 0;
                  return (
                    <td key={tenth} className={`heat-${heat(count)}`}>
                      {count || <span className="sr-only">0</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    </section>
  );
}
