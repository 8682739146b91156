// The page "review".
import { Page } from "../ui/Page";
import { t } from "../words";

export default function Review() {
  return <Page title={t("web_nav_review")}>{null}</Page>;
}
