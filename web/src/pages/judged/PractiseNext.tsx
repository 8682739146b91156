// The one thing to practise next.

import { say } from "../../chat/useChat";
import { Button } from "../../ui/Button";
import { t } from "../../words";
import type { Practise } from "./shapes";

export function PractiseNext({ practise }: { practise: Practise }) {
  if (!practise) return null;
  const { send } = practise;
  return (
    <section className="card practise" aria-labelledby="practise-title">
      <h2 id="practise-title" className="practise-title">
        {t("web_practise")}
      </h2>
      <p>
        <strong>{practise.name}</strong> {practise.advice}
      </p>
      {send && (
        <Button look="main" icon="drill" onPress={() => say(send)}>
          {t("web_practise_start", { name: practise.drill_name ?? practise.name })}
        </Button>
      )}
    </section>
  );
}
