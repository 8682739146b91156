// Scores over the calls of each person. Only so many lines can be told apart: whose is chosen below the chart.
import { useMemo, useState } from "react";
import Chart from "../../ui/chart/Chart";
import { looked, MOST } from "../../ui/chart/looks";
import { t } from "../../words";
import { Legend } from "../progress/Legend";
import { labelsOf, latest, linesOf, type Practising, practising } from "./practising";
import type { Member } from "./shapes";

const nothing = () => undefined;

export default function TeamChart({ members }: { members: readonly Member[] }) {
  const people = useMemo(() => practising(members), [members]);
  const [chosen, setChosen] = useState(() => latest(people, MOST));
  const labels = useMemo(() => labelsOf(people), [people]);
  const lines = useMemo(() => linesOf(people, labels.length), [people, labels]);
  const shown = useMemo(() => looked(lines, chosen), [lines, chosen]);
  if (people.length === 0) return null;
  return (
    <section className="card skills team-chart" aria-labelledby="team-chart-title">
      <h2 id="team-chart-title">{t("web_team_chart")}</h2>
      <Chart labels={labels} lines={shown} onPoint={nothing} />
      <Legend title={title(people)} lines={lines} chosen={chosen} onChange={setChosen} />
    </section>
  );
}

function title(people: readonly Practising[]): string {
  if (people.length <= MOST) return t("web_team_choose");
  return t("web_team_choose_most", { most: MOST, count: people.length });
}
