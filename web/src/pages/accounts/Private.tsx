// Whose the data are: sharing, taking it all along, and forgetting it for good.
import { useRef } from "react";
import { go } from "../../route";
import { Button } from "../../ui/Button";
import { FileLink } from "../../ui/FileLink";
import { Fault } from "../../ui/Notice";
import { t } from "../../words";
import { Forget } from "./Forget";
import { FormDialog } from "./FormDialog";
import type { AccountView } from "./shapes";
import { usePress } from "./usePress";
import { address, forget, share, unshare } from "./write";

export function Private({ account, onChanged }: { account: AccountView; onChanged: () => void }) {
  return (
    <section className="card private" aria-labelledby="private-title">
      <h2 id="private-title">{t("web_account_private")}</h2>
      <p className="soft small">
        {account.mine ? t("web_account_private_mine") : t("web_account_private_lead", { owner: account.owner })}
      </p>
      {account.shares.length > 0 && <Shared account={account} onChanged={onChanged} />}
      <div className="private-acts">
        {account.mine && <Share account={account} onChanged={onChanged} />}
        <FileLink look="plain" icon="drop" href={address(account.id, "/export.zip")}>
          {t("web_export_zip")}
        </FileLink>
        <FileLink look="plain" icon="drop" href={address(account.id, "/export.json")}>
          {t("web_export_json")}
        </FileLink>
        {account.mine && (
          <Forget
            name={account.name}
            lead={t("web_forget_lead")}
            look="danger"
            onSend={(confirmed) => forget(account.id, confirmed).then(() => go("accounts"))}
          />
        )}
      </div>
    </section>
  );
}

/** With whom it is shared; the owner can take it back. */
function Shared({ account, onChanged }: { account: AccountView; onChanged: () => void }) {
  const list = useRef<HTMLUListElement>(null);
  const { fault, press } = usePress(onChanged);
  const stop = async (user: string) => {
    if (await press(() => unshare(account.id, user))) list.current?.focus();
  };
  return (
    <>
      <ul className="shared small" ref={list} tabIndex={-1} aria-label={t("web_shared")}>
        {account.shares.map(({ user, write }) => (
          <li key={user}>
            <span>{t(write ? "web_share_write" : "web_share_read", { user })}</span>
            {account.mine && (
              <Button
                look="plain"
                icon="close"
                aria-label={t("web_share_stop_of", { user })}
                onPress={() => stop(user)}
              >
                {t("web_share_stop")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {fault && <Fault>{fault}</Fault>}
    </>
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
