// What is wrong with the text, as a list that leads to the line.
import { Button as AriaButton } from "react-aria-components";
import { Icon } from "../../ui/Icon";
import { t } from "../../words";
import type { Problem } from "./shapes";

type Props = { problems: readonly Problem[] | null; checking: boolean; onJump: (line: number) => void };

export function Problems({ problems, checking, onJump }: Props) {
  return (
    <section className="problems" aria-labelledby="problems-title">
      <h3 id="problems-title">{t("web_problems")}</h3>
      <p role="status" className={problems?.length ? "found" : "fine"}>
        {problems?.length === 0 && !checking && <Icon name="check" />}
        {summary(problems, checking)}
      </p>
      {problems && problems.length > 0 && (
        <ul className="problem-list">
          {problems.map((one) => (
            <li key={`${one.path}:${one.line}:${one.message}`}>
              {one.path ? (
                <span>
                  <code>
                    {one.path}:{one.line}
                  </code>{" "}
                  {one.message}
                </span>
              ) : (
                <AriaButton className="problem" onPress={() => onJump(one.line)}>
                  <strong>{t("web_problem_line", { line: one.line })}</strong> {one.message}
                </AriaButton>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function summary(problems: readonly Problem[] | null, checking: boolean): string {
  if (checking || problems === null) return t("web_problems_checking");
  return problems.length === 0 ? t("web_problems_none") : t("web_problems_count", { count: problems.length });
}
