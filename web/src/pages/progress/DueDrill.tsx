// The drill to practise next, and why.

import { say } from "../../chat/useChat";
import { Button } from "../../ui/Button";
import { Dated } from "../../ui/Dated";
import { t } from "../../words";
import type { Due } from "./shapes";

export function DueDrill({ due }: { due: Due }) {
  return (
    <section className="card due-drill" aria-labelledby="due-title">
      <h2 id="due-title">{t(due.due ? "web_progress_due" : "web_progress_later")}</h2>
      <p>
        <Dated>{due.why}</Dated>
      </p>
      <Button look={due.due ? "main" : "quiet"} icon="drill" onPress={() => say(due.send)}>
        {t("web_practise_start", { name: due.name })}
      </Button>
    </section>
  );
}
