// The results of those of the team who share them.
import { lazy, Suspense } from "react";
import { usePerson } from "../person";
import { Empty, Fault, Loading } from "../ui/Notice";
import { Page } from "../ui/Page";
import { useAnswer } from "../useAnswer";
import { t } from "../words";
import { Members } from "./team/Members";
import type { TeamView } from "./team/shapes";
import "./progress/progress.css";

const TeamChart = lazy(() => import("./team/TeamChart"));

export default function Team() {
  return usePerson().manager ? <Shared /> : <ManagersOnly />;
}

function ManagersOnly() {
  return (
    <Page title={t("web_nav_team")}>
      <Empty title={t("web_managers_only")}>
        <p>{t("web_managers_only_lead")}</p>
      </Empty>
    </Page>
  );
}

function Shared() {
  const { data, fault, retry } = useAnswer<TeamView>("/api/team");
  return (
    <Page title={t("web_nav_team")} lead={t("web_team_lead")}>
      {fault && <Fault again={retry}>{fault}</Fault>}
      {!data && !fault && <Loading />}
      {data?.members.length === 0 && (
        <Empty title={t("web_team_empty")}>
          <p>{t("web_team_empty_lead")}</p>
        </Empty>
      )}
      {data && data.members.length > 0 && (
        <>
          <Suspense fallback={<Loading />}>
            <TeamChart members={data.members} />
          </Suspense>
          <Members members={data.members} criteria={data.criteria} />
        </>
      )}
    </Page>
  );
}
