// Where the points come from, and what faults cost; the lines that decided lead into the transcript.
import { ScrollX } from "../../ui/ScrollX";
import { t } from "../../words";
import { LineLinks } from "./LineLinks";
import { Bar } from "./Score";
import type { Share } from "./shapes";

export function Criteria({ criteria, faults }: { criteria: readonly Share[]; faults: readonly Share[] }) {
  return (
    <section className="criteria" aria-labelledby="criteria-title">
      <h2 id="criteria-title" className="section-title">
        {t("web_criteria")}
      </h2>
      <ScrollX label={t("web_criteria")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("web_criterion")}</th>
              <th scope="col">{t("web_points")}</th>
              <th scope="col">{t("web_lines")}</th>
            </tr>
          </thead>
          <tbody>
            {criteria.map((one) => (
              <tr key={one.id}>
                <th scope="row">{one.name}</th>
                <td className="points">
                  <Bar share={one.points ? one.earned / one.points : 0} />
                  {t("web_points_of", { earned: one.earned, points: one.points })}
                </td>
                <td>
                  <LineLinks lines={one.lines} />
                </td>
              </tr>
            ))}
            {faults.map((one) => (
              <tr key={one.id} className="fault">
                <th scope="row">{one.name}</th>
                <td className="points">
                  <Bar share={one.points ? -one.earned / one.points : 0} bad />
                  {t("web_points_lost", { lost: String(one.earned).replace("-", "−") })}
                </td>
                <td>
                  <LineLinks lines={one.lines} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    </section>
  );
}
