// What is agreed, and what is still to be found out.
import type { Panel } from "../chat/shapes";
import { Dated } from "../ui/Dated";
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
              {step.date && <strong className="nowrap">{step.date}</strong>} <Dated>{step.text}</Dated>
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
              <li key={gap}>
                <Dated>{gap}</Dated>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
