// How practice goes: skills over time, all results, the drill that is due, and who may see it.
import { lazy, Suspense } from "react";
import { go } from "../route";
import { Button } from "../ui/Button";
import { Empty, Fault, Loading } from "../ui/Notice";
import { Page } from "../ui/Page";
import { useAnswer } from "../useAnswer";
import { t } from "../words";
import { DueDrill } from "./progress/DueDrill";
import { Results } from "./progress/Results";
import { Sharing } from "./progress/Sharing";
import { calls } from "./progress/series";
import type { ProgressView } from "./progress/shapes";
import "./progress/progress.css";

const Skills = lazy(() => import("./progress/Skills"));

export default function Progress() {
  const { data, fault, retry } = useAnswer<ProgressView>("/api/progress");
  return (
    <Page title={t("web_nav_progress")} lead={t("web_progress_lead")}>
      {fault && <Fault again={retry}>{fault}</Fault>}
      {!data && !fault && <Loading />}
      {data && data.results.length === 0 && <Beginning />}
      {data && data.results.length > 0 && <Known progress={data} />}
      {data && <Sharing on={data.shared} />}
    </Page>
  );
}

function Known({ progress }: { progress: ProgressView }) {
  const judged = calls(progress.results);
  return (
    <>
      {progress.due && <DueDrill due={progress.due} />}
      {judged.length > 0 && (
        <Suspense fallback={<Loading />}>
          <Skills calls={judged} criteria={progress.criteria} />
        </Suspense>
      )}
      <Results results={progress.results} />
    </>
  );
}

function Beginning() {
  return (
    <Empty title={t("web_progress_empty")}>
      <p>{t("web_progress_empty_lead")}</p>
      <Button look="main" icon="scenarios" onPress={() => go("scenarios")}>
        {t("web_progress_begin")}
      </Button>
    </Empty>
  );
}
