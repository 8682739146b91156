// What is agreed, and what is still to be found out.
import type { Panel } from "../chat/shapes";
import { Icon } from "../ui/Icon";
import { t } from "../words";
import { Section } from "./Section";

export function NextStep({ panel }: { panel: Panel }) {
  const { gaps, next_step: step, page } = panel;
  if (!step && !page) return null;
  return (
    <>
      <Section title={t("web_next_step")}>
        {step ? (
          <p className="agreed">
            <Icon name="calendar" />
            <span>
              {step.date && <strong>{step.date}</strong>} {step.text}
            </span>
          </p>
        ) : (
          <p className="soft">{t("web_no_next_step")}</p>
        )}
      </Section>
      {gaps.length > 0 && (
        <Section title={t("web_gaps")}>
          <ul className="gaps">
            {gaps.map((gap) => (
              <li key={gap}>{gap}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
