// The drills: a few minutes on one skill. What is due stands first.

import { say } from "../../chat/useChat";
import { Button } from "../../ui/Button";
import { Fault } from "../../ui/Notice";
import { useAnswer } from "../../useAnswer";
import { t } from "../../words";
import type { Drill } from "./shapes";

export function DrillList() {
  const { data, fault, retry } = useAnswer<Drill[]>("/api/drills");
  const due = data?.filter((one) => one.due) ?? [];
  const others = data?.filter((one) => !one.due) ?? [];
  return (
    <aside className="drills" aria-labelledby="drills-title">
      <h2 id="drills-title">{t("web_drills")}</h2>
      <p className="lead">{t("web_drills_lead")}</p>
      {fault && <Fault again={retry}>{fault}</Fault>}
      <ul>
        {[...due, ...others].map((drill) => (
          <li key={drill.id} className="card drill">
            <h3>{drill.name}</h3>
            {drill.due && <span className="chip due">{t("web_drill_due")}</span>}
            <p className="small">{drill.about}</p>
            <Button
              icon="drill"
              aria-label={t("web_drill_start_of", { name: drill.name })}
              onPress={() => say(drill.send)}
            >
              {t("web_drill_start", { prompts: drill.prompts })}
            </Button>
          </li>
        ))}
      </ul>
    </aside>
  );
}
