// The scenario library: calls to rehearse, with drills beside them.
import { useState } from "react";
import { Button } from "../ui/Button";
import { Empty, Fault, Loading } from "../ui/Notice";
import { Page } from "../ui/Page";
import { useAnswer } from "../useAnswer";
import { t } from "../words";
import { DrillList } from "./scenarios/DrillList";
import { Filters } from "./scenarios/Filters";
import { EVERYTHING, fitting, type Wanted } from "./scenarios/filter";
import { ScenarioCard } from "./scenarios/ScenarioCard";
import type { Scenario } from "./scenarios/shapes";
import "./scenarios/scenarios.css";

export default function Scenarios() {
  const { data, fault, retry } = useAnswer<Scenario[]>("/api/scenarios");
  const [wanted, setWanted] = useState<Wanted>(EVERYTHING);
  return (
    <Page title={t("web_nav_scenarios")} lead={t("web_scenarios_lead")}>
      {fault && <Fault again={retry}>{fault}</Fault>}
      {!data && !fault && <Loading />}
      <div className="beside">
        {data && (
          <section aria-label={t("web_scenarios_list")}>
            <Filters scenarios={data} wanted={wanted} onChange={setWanted} />
            <Cards all={data} wanted={wanted} onClear={() => setWanted(EVERYTHING)} />
          </section>
        )}
        <DrillList />
      </div>
    </Page>
  );
}

function Cards({ all, wanted, onClear }: { all: Scenario[]; wanted: Wanted; onClear: () => void }) {
  const found = fitting(all, wanted);
  return (
    <>
      <p className="scenario-count" role="status">
        {t("web_scenarios_count", { count: found.length, all: all.length })}
      </p>
      {found.length === 0 && (
        <Empty title={t("web_scenarios_none")}>
          <Button onPress={onClear}>{t("web_filter_clear")}</Button>
        </Empty>
      )}
      <ul className="cards scenario-cards">
        {found.map((one) => (
          <ScenarioCard key={one.id} scenario={one} />
        ))}
      </ul>
    </>
  );
}
