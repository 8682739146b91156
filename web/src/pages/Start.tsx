// Where to go from here.
import { Page } from "../ui/Page";
import { t } from "../words";

export default function Start() {
  return <Page title={t("web_start_title")}>{null}</Page>;
}
