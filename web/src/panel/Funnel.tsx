// Where the conversation is in the question funnel.
import type { Panel, Step } from "../chat/shapes";
import { Icon, type IconName } from "../ui/Icon";
import { t } from "../words";
import { Section } from "./Section";

const DRAWN: Record<Step["state"], IconName> = { done: "check", now: "now", todo: "todo" };

export function Funnel({ funnel }: { funnel: Panel["funnel"] }) {
  return (
    <Section title={t("web_funnel")}>
      <ol className="funnel">
        {funnel.steps.map(({ id, name, state }) => (
          <li key={id} className={state} aria-current={state === "now" ? "step" : undefined}>
            <Icon name={DRAWN[state]} />
            {name}
            <span className="sr-only">{t(`web_step_${state}`)}</span>
          </li>
        ))}
      </ol>
      {funnel.why && <p className="soft small">{funnel.why}</p>}
    </Section>
  );
}
