// The page "account/ID".
import { Page } from "../ui/Page";
import { t } from "../words";

export default function Account({ id }: { id: string }) {
  return (
    <Page title={t("web_nav_accounts")}>
      <p>{id}</p>
    </Page>
  );
}
