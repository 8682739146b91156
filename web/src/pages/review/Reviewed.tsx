// The judgement on a call.
import { Button } from "../../ui/Button";
import { download } from "../../ui/download";
import { Info } from "../../ui/Notice";
import { t } from "../../words";
import { Criteria } from "../judged/Criteria";
import { Needs } from "../judged/Needs";
import { PractiseNext } from "../judged/PractiseNext";
import { Score } from "../judged/Score";
import { Measures } from "./Measures";
import { Objections } from "./Objections";
import type { Review } from "./shapes";
import { Transcript } from "./Transcript";

const MARKDOWN = { type: "text/markdown;charset=utf-8" };

export function Reviewed({ review, name }: { review: Review; name: string }) {
  return (
    <div className="judged-page">
      <section className="card judged-head" aria-labelledby="reviewed-title">
        <div>
          <h2 id="reviewed-title" className="judged-title" tabIndex={-1} ref={focus}>
            {name}
          </h2>
          <p className="soft">
            {t("web_review_sides", { sellers: review.sellers.join(", "), customers: review.customers.join(", ") })}
          </p>
        </div>
        <Score score={review.score} passed={review.passed} passMark={review.pass_mark} />
        <Button icon="down" onPress={() => download(`${name}.md`, new Blob([review.page], MARKDOWN))}>
          {t("web_review_download")}
        </Button>
      </section>
      {review.guess_words && <Info>{review.guess_words}</Info>}
      {review.not_kept && <Info>{review.not_kept}</Info>}
      <Problems problems={review.problems ?? []} />
      <PractiseNext practise={review.practise} />
      <Needs needs={review.needs} />
      <Objections objections={review.objections} nextStep={review.next_step} />
      <Criteria criteria={review.criteria} faults={review.faults} />
      <Measures review={review} />
      <Transcript review={review} />
    </div>
  );
}

/** The result takes the focus, so that a screen reader goes on with it. */
function focus(heading: HTMLElement | null): void {
  heading?.focus({ preventScroll: true });
}

function Problems({ problems }: { problems: { line: number; message: string }[] }) {
  if (problems.length === 0) return null;
  return (
    <details className="notice info">
      <summary>{t("web_review_problems", { count: problems.length })}</summary>
      <ul>
        {problems.map((one) => (
          <li key={`${one.line}:${one.message}`}>
            {t("web_problem_line", { line: one.line })} {one.message}
          </li>
        ))}
      </ul>
    </details>
  );
}
