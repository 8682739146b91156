// The figures of the chart as a table.
import { ScrollX } from "../../ui/ScrollX";
import { t } from "../../words";
import type { Line } from "./series";
import type { Result } from "./shapes";

export function SkillTable({ calls, lines }: { calls: readonly Result[]; lines: readonly Line[] }) {
  return (
    <details className="as-table">
      <summary>{t("web_as_table")}</summary>
      <ScrollX label={t("web_progress_skills")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("web_result_day")}</th>
              <th scope="col">{t("web_result_what")}</th>
              {lines.map((line) => (
                <th key={line.id} scope="col">
                  {line.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {calls.map((call, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two calls of a day may be alike
              <tr key={at}>
                <th scope="row">{call.day}</th>
                <td>{call.name}</td>
                {lines.map((line) => (
                  <td key={line.id}>{line.values[at] ?? "–"}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    </details>
  );
}
