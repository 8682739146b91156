// All results, the newest first; a stored debrief opens.
import { useState } from "react";
import { href } from "../../route";
import { Button } from "../../ui/Button";
import { ScrollX } from "../../ui/ScrollX";
import { t } from "../../words";
import type { Result } from "./shapes";

const STEP = 20;

export function Results({ results }: { results: readonly Result[] }) {
  const [most, setMost] = useState(STEP);
  const newest = [...results].reverse();
  return (
    <section aria-labelledby="results-title">
      <h2 id="results-title">{t("web_results")}</h2>
      <ScrollX label={t("web_results")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("web_result_day")}</th>
              <th scope="col">{t("web_progress_score")}</th>
              <th scope="col">{t("web_result_what")}</th>
            </tr>
          </thead>
          <tbody>
            {newest.slice(0, most).map((one, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two results of a day may be alike
              <Row key={at} one={one} />
            ))}
          </tbody>
        </table>
      </ScrollX>
      {newest.length > most && (
        <Button onPress={() => setMost(most + STEP)}>{t("web_results_more", { count: newest.length - most })}</Button>
      )}
    </section>
  );
}

function Row({ one }: { one: Result }) {
  return (
    <tr>
      <td className="nowrap">{one.day}</td>
      <td>{one.score}</td>
      <td>
        {one.receipt ? <a href={href("result", one.receipt)}>{one.name}</a> : one.name}
        <span className="soft small block">{[one.kind_name, one.difficulty_name].filter(Boolean).join(" · ")}</span>
      </td>
    </tr>
  );
}
