// One scenario: who the buyer is, what it is about, how it went so far, and the levels to start it at.

import { say } from "../../chat/useChat";
import { Button } from "../../ui/Button";
import { Icon, type IconName } from "../../ui/Icon";
import { t } from "../../words";
import { stateOf } from "./filter";
import type { Scenario } from "./shapes";

const DRAWN: Record<ReturnType<typeof stateOf>, IconName> = {
  new: "todo",
  open: "now",
  failed: "now",
  passed: "check",
};

export function ScenarioCard({ scenario }: { scenario: Scenario }) {
  const { name, person, title, firm } = scenario;
  return (
    <li className="card scenario">
      <p className="chips">
        <span className="chip">{scenario.industry}</span>
        <span className="chip">{scenario.role_name}</span>
      </p>
      <h2>{name}</h2>
      <p className="soft small">{t("web_scenario_who", { person, title, firm })}</p>
      <p>{scenario.situation}</p>
      <p>
        <strong>{t("web_scenario_goal")}</strong> {scenario.goal}
      </p>
      <Result scenario={scenario} />
      <fieldset className="levels">
        <legend className="small soft">{t("web_scenario_levels")}</legend>
        {scenario.levels.map((level) => (
          <Button
            key={level.id}
            aria-label={t("web_scenario_start_at", { name, level: level.name })}
            onPress={() => say(scenario.send[level.id] ?? "")}
          >
            {level.name}
          </Button>
        ))}
      </fieldset>
    </li>
  );
}

function Result({ scenario }: { scenario: Scenario }) {
  const state = stateOf(scenario);
  const { best } = scenario;
  const level = scenario.levels.find((one) => one.id === best?.level)?.name ?? "";
  return (
    <p className={`state ${state}`}>
      <Icon name={DRAWN[state]} />
      <span>{t(`web_state_${state}`)}</span>
      {best && <span className="best">{t("web_scenario_best", { score: best.score, level })}</span>}
      {scenario.times > 0 && <span className="times">{t("web_scenario_times", { times: scenario.times })}</span>}
    </p>
  );
}
