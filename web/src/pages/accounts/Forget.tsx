// Deletes an account or a person for good, once the name is typed.
import { useState } from "react";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { TextField } from "../../ui/Fields";
import { Fault } from "../../ui/Notice";
import { useSend } from "../../useSend";
import { t } from "../../words";

type Props = {
  name: string;
  /** What goes and what stays. */
  lead: string;
  look: "danger" | "plain";
  /** The button for a screen reader, where several look alike. */
  label?: string;
  onSend: (confirmed: string) => Promise<unknown>;
};

export function Forget({ name, lead, look, label, onSend }: Props) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const { fault, send } = useSend();
  return (
    <>
      <Button look={look} aria-label={label} onPress={() => setOpen(true)}>
        {t("web_forget")}
      </Button>
      <Dialog title={t("web_forget_title", { name })} open={open} onClose={() => setOpen(false)}>
        <p>{lead}</p>
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            void send(() => onSend(typed.trim()));
          }}
        >
          <TextField label={t("web_forget_type", { name })} value={typed} onChange={setTyped} required />
          {fault && <Fault>{fault}</Fault>}
          <Button look="danger" type="submit" isDisabled={typed.trim() !== name.trim()}>
            {t("web_forget_do")}
          </Button>
        </form>
      </Dialog>
    </>
  );
}
