// The page "scenarios".
import { Page } from "../ui/Page";
import { t } from "../words";

export default function Scenarios() {
  return <Page title={t("web_nav_scenarios")}>{null}</Page>;
}
