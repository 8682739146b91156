// The team as a table.
import { ScrollX } from "../../ui/ScrollX";
import { t } from "../../words";
import type { Criterion } from "../progress/shapes";
import { figuresOf } from "./figures";
import type { Member } from "./shapes";

export function Members({ members, criteria }: { members: readonly Member[]; criteria: readonly Criterion[] }) {
  const rows = members.map((one) => figuresOf(one, criteria)).sort((a, b) => a.name.localeCompare(b.name));
  return (
    <ScrollX label={t("web_nav_team")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("web_team_name")}</th>
            <th scope="col">{t("web_team_calls")}</th>
            <th scope="col">{t("web_team_latest")}</th>
            <th scope="col">{t("web_team_best")}</th>
            <th scope="col">{t("web_team_since")}</th>
            <th scope="col">{t("web_team_weakest")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.user}>
              <th scope="row">{row.name}</th>
              <td>{row.calls}</td>
              <td>{row.latest ?? "–"}</td>
              <td>{row.best ?? "–"}</td>
              <td className="nowrap">{row.since ?? "–"}</td>
              <td className="nowrap">{row.weakest ?? "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
}
