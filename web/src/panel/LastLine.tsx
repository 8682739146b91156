// What the last line was, each mark openable.
import type { Mark } from "../chat/shapes";
import { Remark } from "../pages/judged/Remark";
import { t } from "../words";
import { Section } from "./Section";

export function LastLine({ marks }: { marks: Mark[] }) {
  if (marks.length === 0) return null;
  return (
    <Section title={t("web_last_line")}>
      <div className="row">
        {marks.map((mark) => (
          <Remark key={mark.name + mark.rule} mark={mark} />
        ))}
      </div>
    </Section>
  );
}
