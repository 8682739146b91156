// Scores over the calls of each person. Only so many lines can be told apart: whose is chosen below the chart.
import { useMemo, useState } from "react";
import Chart from "../../ui/chart/Chart";
import { lookOf, MOST } from "../../ui/chart/looks";
import { t } from "../../words";
import { Legend } from "../progress/Legend";
import { labelsOf, latest, type Practising, practising, valuesOf } from "./practising";
import type { Member } from "./shapes";

const nothing = () => undefined;

export default function TeamChart({ members }: { members: readonly Member[] }) {
  const people = useMemo(() => practising(members), [members]);
  const [chosen, setChosen] = useState(() => latest(people, MOST));
  const labels = useMemo(() => labelsOf(people), [people]);
  const lines = useMemo(() => looked(people, chosen, labels.length), [people, chosen, labels]);
  if (people.length === 0) return null;
  return (
    <section className="card skills team-chart" aria-labelledby="team-chart-title">
      <h2 id="team-chart-title">{t("web_team_chart")}</h2>
      <Chart labels={labels} lines={lines} onPoint={nothing} />
      <Legend title={title(people)} lines={people} chosen={chosen} onChange={setChosen} />
    </section>
  );
}

function title(people: readonly Practising[]): string {
  if (people.length <= MOST) return t("web_team_choose");
  return t("web_team_choose_most", { most: MOST, count: people.length });
}

function looked(people: readonly Practising[], chosen: readonly string[], length: number) {
  return chosen.flatMap((id, n) => {
    const one = people.find((person) => person.id === id);
    return one ? [{ name: one.name, values: valuesOf(one, length), look: lookOf(n) }] : [];
  });
}
