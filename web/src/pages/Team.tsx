// The page "team".
import { Page } from "../ui/Page";
import { t } from "../words";

export default function Team() {
  return <Page title={t("web_nav_team")}>{null}</Page>;
}
