// Opens a new account: only its name is needed.
import { go } from "../../route";
import { t } from "../../words";
import { FormDialog } from "./FormDialog";
import { addAccount } from "./write";

export function NewAccount() {
  return (
    <FormDialog
      button={t("web_account_new")}
      title={t("web_account_new")}
      fields={[{ name: "name", label: t("web_account_name"), required: true, maxLength: 200 }]}
      onSend={async (values) => {
        const { id } = await addAccount(values);
        go("account", id);
      }}
    />
  );
}
