// Whose the data are: sharing, taking it all along, and forgetting it for good.
import { FileLink } from "../../ui/FileLink";
import { t } from "../../words";
import { Forget } from "./Forget";
import { FormDialog } from "./FormDialog";
import type { AccountView } from "./shapes";
import { address, share } from "./write";

export function Private({ account, onChanged }: { account: AccountView; onChanged: () => void }) {
  return (
    <section className="card private" aria-labelledby="private-title">
      <h2 id="private-title">{t("web_account_private")}</h2>
      <p className="soft small">
        {account.mine ? t("web_account_private_mine") : t("web_account_private_lead", { owner: account.owner })}
      </p>
      {account.shares.length > 0 && (
        <ul className="small">
          {account.shares.map((one) => (
            <li key={one.user}>{t(one.write ? "web_share_write" : "web_share_read", { user: one.user })}</li>
          ))}
        </ul>
      )}
      <div className="row">
        {account.mine && <Share account={account} onChanged={onChanged} />}
        <FileLink look="plain" icon="drop" href={address(account.id, "/export.zip")}>
          {t("web_export_zip")}
        </FileLink>
        <FileLink look="plain" icon="drop" href={address(account.id, "/export.json")}>
          {t("web_export_json")}
        </FileLink>
        {account.mine && <Forget account={account} />}
      </div>
    </section>
  );
}

function Share({ account, onChanged }: { account: AccountView; onChanged: () => void }) {
  return (
    <FormDialog
      button={t("web_share")}
      title={t("web_share_title", { name: account.name })}
      lead={t("web_share_lead")}
      fields={[
        { name: "user", label: t("web_share_with"), hint: t("web_share_with_hint"), required: true, maxLength: 200 },
        {
          name: "write",
          label: t("web_share_right"),
          options: [
            { id: "", name: t("web_share_may_read") },
            { id: "write", name: t("web_share_may_write") },
          ],
        },
      ]}
      onSend={async ({ user = "", write }) => {
        await share(account.id, user.trim(), write === "write");
        onChanged();
      }}
    />
  );
}
