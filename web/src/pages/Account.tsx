// One account: who decides and where they stand, what they need, what comes next, and what is not known yet.
import { Fault as Refusal } from "../api";
import { href } from "../route";
import { ButtonLink } from "../ui/Button";
import { Fault, Loading } from "../ui/Notice";
import { Page } from "../ui/Page";
import { faultWords, useAnswer } from "../useAnswer";
import { t } from "../words";
import { BriefDialog } from "./accounts/BriefDialog";
import { Depths } from "./accounts/Depths";
import { Facts } from "./accounts/Facts";
import { Gaps } from "./accounts/Gaps";
import { Notes } from "./accounts/Notes";
import { People } from "./accounts/People";
import { Pictures } from "./accounts/Pictures";
import { Position } from "./accounts/Position";
import { Private } from "./accounts/Private";
import { Steps } from "./accounts/Steps";
import type { AccountView } from "./accounts/shapes";
import { Visits } from "./accounts/Visits";
import { address } from "./accounts/write";
import "../panel/panel.css";
import "../panel/iceberg.css";
import "../panel/rehearsal.css";
import "./accounts/accounts.css";
import "./judged/judged.css";

export default function Account({ id }: { id: string }) {
  const { data, fault, again, retry } = useAnswer<AccountView>(address(id), words);
  return (
    <Page
      title={data?.name ?? t("web_nav_accounts")}
      actions={
        <>
          <ButtonLink look="plain" icon="back" href={href("accounts")}>
            {t("web_accounts_all")}
          </ButtonLink>
          {data && <BriefDialog account={data} />}
        </>
      }
    >
      {fault && <Fault again={retry}>{fault}</Fault>}
      {!data && !fault && <Loading />}
      {data && <Known account={data} onChanged={again} />}
    </Page>
  );
}

/** An account that is not there has no name to be told; its number says nothing to anybody. */
function words(error: unknown): string {
  return error instanceof Refusal && error.status === 404 ? t("web_account_not_there") : faultWords(error);
}

function Known({ account, onChanged }: { account: AccountView; onChanged: () => void }) {
  return (
    <div className="account">
      <div className="account-main">
        <Position account={account} />
        <People account={account} onChanged={onChanged} />
        <Pictures account={account} />
        <Depths depths={account.needs} />
      </div>
      <aside className="account-side" aria-label={t("web_account_side")}>
        <Gaps gaps={account.gaps} />
        <Visits account={account} onChanged={onChanged} />
        <Steps account={account} onChanged={onChanged} />
        <Notes account={account} onChanged={onChanged} />
        <Facts facts={account.facts} />
        <Private account={account} onChanged={onChanged} />
      </aside>
    </div>
  );
}
