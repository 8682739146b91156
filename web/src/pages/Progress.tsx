// The page "progress".
import { Page } from "../ui/Page";
import { t } from "../words";

export default function Progress() {
  return <Page title={t("web_nav_progress")}>{null}</Page>;
}
