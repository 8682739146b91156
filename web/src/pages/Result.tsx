// The page "result/ID".
import { Page } from "../ui/Page";
import { t } from "../words";

export default function Result({ id }: { id: string }) {
  return (
    <Page title={t("web_nav_progress")}>
      <p>{id}</p>
    </Page>
  );
}
