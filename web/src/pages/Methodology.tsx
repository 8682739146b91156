// The methodology for managers: its files, and one of them in an editor that checks while one types.
import { lazy, Suspense } from "react";
import { useMediaWide } from "../media";
import { usePerson } from "../person";
import { useRoute } from "../route";
import { Empty, Fault, Loading } from "../ui/Notice";
import { Page } from "../ui/Page";
import { useAnswer } from "../useAnswer";
import { t } from "../words";
import { FileTree } from "./methodology/FileTree";
import { NewFile } from "./methodology/NewFile";
import type { Tree } from "./methodology/shapes";
import { catalogueOf, nameOf } from "./methodology/tree";
import "./methodology/methodology.css";

const FileEditor = lazy(() => import("./methodology/FileEditor"));

export default function Methodology() {
  const { manager } = usePerson();
  return manager ? <Editor /> : <ManagersOnly />;
}

function ManagersOnly() {
  return (
    <Page title={t("web_nav_methodology")}>
      <Empty title={t("web_managers_only")}>
        <p>{t("web_managers_only_lead")}</p>
      </Empty>
    </Page>
  );
}

function Editor() {
  const path = useRoute().id;
  const { data, fault, again, retry } = useAnswer<Tree>("/api/methodology");
  const file = data?.files.find((one) => one.path === path);
  const wide = useMediaWide(); // else the files are out of sight while one is open, and so is what makes new ones
  const catalogue = path ? catalogueOf(path) : null;
  return (
    <Page
      title={t("web_nav_methodology")}
      lead={t("web_methodology_lead")}
      actions={
        <>
          {(wide || !path) && <NewFile kind="scenario" onMade={again} />}
          {(wide || !path) && <NewFile kind="catalogue" onMade={again} />}
          {catalogue && <NewFile kind="product" catalogue={catalogue} onMade={again} />}
        </>
      }
    >
      {fault && <Fault again={retry}>{fault}</Fault>}
      {!data && !fault && <Loading />}
      {data && (
        <div className={path ? "methodology editing" : "methodology"}>
          <FileTree files={data.files} open={path} />
          {path ? (
            <Suspense fallback={<Loading />}>
              <FileEditor key={path} path={path} title={file?.title || nameOf(path)} />
            </Suspense>
          ) : (
            <Empty title={t("web_editor_choose")}>
              <p>{t("web_editor_choose_lead")}</p>
            </Empty>
          )}
        </div>
      )}
    </Page>
  );
}
