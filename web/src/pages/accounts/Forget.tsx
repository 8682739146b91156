// Deletes an account for good, once its name is typed.
import { useState } from "react";
import { go } from "../../route";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { TextField } from "../../ui/Fields";
import { Fault } from "../../ui/Notice";
import { useSend } from "../../useSend";
import { t } from "../../words";
import type { AccountView } from "./shapes";
import { forget } from "./write";

export function Forget({ account }: { account: AccountView }) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const { fault, send } = useSend();
  return (
    <>
      <Button look="danger" onPress={() => setOpen(true)}>
        {t("web_forget")}
      </Button>
      <Dialog title={t("web_forget_title", { name: account.name })} open={open} onClose={() => setOpen(false)}>
        <p>{t("web_forget_lead")}</p>
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            void send(() => forget(account.id, typed.trim()).then(() => go("accounts")));
          }}
        >
          <TextField label={t("web_forget_type", { name: account.name })} value={typed} onChange={setTyped} required />
          {fault && <Fault>{fault}</Fault>}
          <Button look="danger" type="submit" isDisabled={typed.trim() !== account.name.trim()}>
            {t("web_forget_do")}
          </Button>
        </form>
      </Dialog>
    </>
  );
}
