// Objections, those left open first, and what became of the next step.

import { Dated } from "../../ui/Dated";
import { Icon } from "../../ui/Icon";
import { t } from "../../words";
import { LineLink } from "../judged/LineLinks";
import type { Objection, Review } from "./shapes";

type Props = { objections: readonly Objection[]; nextStep: Review["next_step"] };

export function Objections({ objections, nextStep }: Props) {
  const ordered = [...objections].sort((a, b) => Number(a.handled !== null) - Number(b.handled !== null));
  return (
    <section className="objections" aria-labelledby="objections-title">
      <h2 id="objections-title" className="section-title">
        {t("web_objections")}
      </h2>
      <ul>
        {ordered.map((one) => (
          <li key={`${one.turn}:${one.kind}:${one.said}`}>
            <Icon name={one.handled === null ? "todo" : "check"} />
            <div>
              <p>
                <strong>{one.name}</strong>{" "}
                <q>
                  <Dated>{one.said}</Dated>
                </q>{" "}
                <LineLink number={one.turn} />
              </p>
              <p className="small soft">
                {one.handled === null ? (
                  t("web_objection_open", { advice: one.advice ?? "" })
                ) : (
                  <>
                    {t("web_objection_handled")} <LineLink number={one.handled} />
                  </>
                )}
              </p>
            </div>
          </li>
        ))}
        <li>
          <Icon name={nextStep.step === "agreed" ? "check" : "todo"} />
          <p>
            {t(`web_next_step_${nextStep.step ?? "none"}`, { date: nextStep.date ?? "" })}{" "}
            {nextStep.turn !== null && <LineLink number={nextStep.turn} />}
          </p>
        </li>
      </ul>
    </section>
  );
}
