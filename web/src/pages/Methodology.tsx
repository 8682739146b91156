// The page "methodology".
import { Page } from "../ui/Page";
import { t } from "../words";

export default function Methodology() {
  return <Page title={t("web_nav_methodology")}>{null}</Page>;
}
