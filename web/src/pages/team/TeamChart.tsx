// Scores over the calls of each person; six lines at most, so that each can be told apart.
import { useMemo } from "react";
import Chart from "../../ui/chart/Chart";
import { lookOf, MOST } from "../../ui/chart/looks";
import { Swatch } from "../../ui/chart/Swatch";
import { t } from "../../words";
import { calls } from "../progress/series";
import type { Member } from "./shapes";

const nothing = () => undefined;

export default function TeamChart({ members }: { members: readonly Member[] }) {
  const { labels, lines } = useMemo(() => drawn(members), [members]);
  if (lines.length === 0) return null;
  return (
    <section className="card skills" aria-labelledby="team-chart-title">
      <h2 id="team-chart-title">{t("web_team_chart")}</h2>
      <Chart labels={labels} lines={lines} onPoint={nothing} />
      <ul className="legend">
        {lines.map((line) => (
          <li key={line.user}>
            <Swatch look={line.look} /> {line.name}
          </li>
        ))}
      </ul>
      {members.length > MOST && <p className="small soft">{t("web_team_chart_most", { most: MOST })}</p>}
    </section>
  );
}

/** The scores of the first people, all lines as long as the longest. */
function drawn(members: readonly Member[]) {
  const people = members
    .map(({ user, name, results }) => ({ user, name, scores: calls(results).map((call) => call.score) }))
    .filter(({ scores }) => scores.length > 0)
    .slice(0, MOST);
  const longest = Math.max(0, ...people.map(({ scores }) => scores.length));
  const labels = Array.from({ length: longest }, (_, n) => String(n + 1));
  const lines = people.map(({ user, name, scores }, n) => ({
    user,
    name,
    look: lookOf(n),
    values: labels.map((_, at) => scores[at] ?? null),
  }));
  return { labels, lines };
}
