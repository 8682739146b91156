// The chart of skills: which lines it shows is chosen beside it; the same figures stand in a table.
import { useMemo, useState } from "react";
import Chart from "../../ui/chart/Chart";
import { looked, MOST } from "../../ui/chart/looks";
import { t } from "../../words";
import { Legend } from "./Legend";
import { SkillTable } from "./SkillTable";
import { first, type Line, linesOf } from "./series";
import type { Criterion, Result } from "./shapes";

type Props = { calls: Result[]; criteria: Criterion[] };

export default function Skills({ calls, criteria }: Props) {
  const score = t("web_progress_score");
  const lines = useMemo(() => linesOf(calls, criteria, score), [calls, criteria, score]);
  const [chosen, setChosen] = useState(() => first(lines));
  const [point, setPoint] = useState<number | null>(null);
  const labels = useMemo(() => calls.map((call) => call.day.slice(5)), [calls]);
  const shown = useMemo(() => looked(lines, chosen), [lines, chosen]);
  const call = point === null ? undefined : calls[point];
  return (
    <section className="card skills" aria-labelledby="skills-title">
      <h2 id="skills-title">{t("web_progress_skills")}</h2>
      <Chart labels={labels} lines={shown} onPoint={setPoint} />
      <p className="small soft chart-point" aria-hidden="true">
        {call && point !== null ? pointWords(call, point, shown) : t("web_progress_point")}
      </p>
      <Legend title={t("web_progress_choose", { most: MOST })} lines={lines} chosen={chosen} onChange={setChosen} />
      <SkillTable calls={calls} lines={lines} />
    </section>
  );
}

function pointWords(call: Result, at: number, shown: readonly Line[]): string {
  const values = shown.filter((line) => line.values[at] != null).map((line) => `${line.name} ${line.values[at]}`);
  return [call.day, call.name, ...values].join(" · ");
}
