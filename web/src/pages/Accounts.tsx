// The page "accounts".
import { Page } from "../ui/Page";
import { t } from "../words";

export default function Accounts() {
  return <Page title={t("web_nav_accounts")}>{null}</Page>;
}
