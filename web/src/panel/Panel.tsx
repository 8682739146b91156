// What has come of the conversation so far; made anew by the server after each turn.
import type { Panel as Shown } from "../chat/shapes";
import { t } from "../words";
import { AccountHead } from "./AccountHead";
import { Funnel } from "./Funnel";
import { Iceberg } from "./Iceberg";
import { NextStep } from "./NextStep";
import { People } from "./People";
import { RehearsalPart } from "./RehearsalPart";
import { Section } from "./Section";

export function Panel({ panel }: { panel: Shown | null }) {
  if (!panel) return null;
  const { rehearsal, drill } = panel;
  if (rehearsal && (panel.mode === "rehearsal" || rehearsal.debrief)) return <RehearsalPart rehearsal={rehearsal} />;
  if (drill && panel.mode === "drill") {
    return (
      <Section title={t("web_drill", { name: drill.name })}>
        {drill.task && <p>{drill.task}</p>}
        <p className="soft">{t("web_drill_number", { number: drill.number, of: drill.of })}</p>
      </Section>
    );
  }
  return (
    <>
      <AccountHead panel={panel} />
      <Iceberg depths={panel.iceberg} />
      <Funnel funnel={panel.funnel} />
      <People people={panel.people} />
      <NextStep panel={panel} />
    </>
  );
}
