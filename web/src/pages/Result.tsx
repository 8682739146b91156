// A stored debrief: score, needs, where the points come from, and the call line by line.
import { href } from "../route";
import { ButtonLink } from "../ui/Button";
import { Fault, Loading } from "../ui/Notice";
import { Page } from "../ui/Page";
import { useAnswer } from "../useAnswer";
import { t } from "../words";
import { Criteria } from "./judged/Criteria";
import { Lines } from "./judged/Lines";
import { Needs } from "./judged/Needs";
import { PractiseNext } from "./judged/PractiseNext";
import { Score } from "./judged/Score";
import type { Debrief } from "./judged/shapes";
import { Reviewed } from "./review/Reviewed";
import type { Review } from "./review/shapes";
import "./judged/judged.css";
import "./review/review.css";

type Stored = ({ kind: "rehearsal" } & Debrief) | ({ kind: "review" } & Review);

export default function Result({ id }: { id: string }) {
  const { data, fault, retry } = useAnswer<Stored>(`/api/results/${encodeURIComponent(id)}`);
  return (
    <Page
      title={data?.kind === "rehearsal" ? (data.scenario_name ?? t("web_result")) : t("web_result")}
      lead={
        data?.kind === "rehearsal" ? [t("web_result"), data.difficulty_name].filter(Boolean).join(" · ") : undefined
      }
      actions={
        <ButtonLink look="plain" icon="back" href={href("progress")}>
          {t("web_nav_progress")}
        </ButtonLink>
      }
    >
      {fault && <Fault again={retry}>{fault}</Fault>}
      {!data && !fault && <Loading />}
      {data?.kind === "review" && <Reviewed review={data} name={t("web_nav_review")} />}
      {data?.kind === "rehearsal" && (
        <div className="judged-page">
          <Score score={data.score} passed={data.passed} passMark={data.pass_mark} />
          <PractiseNext practise={data.practise} />
          <Needs needs={data.needs} />
          <Criteria criteria={data.criteria} faults={data.faults} />
          <Lines lines={data.lines} />
        </div>
      )}
    </Page>
  );
}
