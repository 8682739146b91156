// A new scenario, catalogue or product from its worked example: asks for its name, then opens the file.
import { useState } from "react";
import { Fault, post } from "../../api";
import { go } from "../../route";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { TextField } from "../../ui/Fields";
import type { IconName } from "../../ui/Icon";
import { faultWords } from "../../useAnswer";
import { useSend } from "../../useSend";
import { t } from "../../words";
import type { Checked } from "./shapes";

const ICONS = { scenario: "scenarios", catalogue: "methodology", product: "methodology" } as const satisfies Record<
  string,
  IconName
>;
type Props = {
  kind: keyof typeof ICONS;
  /** The catalogue that a product is added to. */
  catalogue?: string;
  onMade: () => void;
};

export function NewFile({ kind, catalogue, onMade }: Props) {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const { fault, send } = useSend(words);
  const make = async () => {
    const whole = [catalogue, name.trim()].filter(Boolean).join("/");
    const { path } = await post<{ path: string }>(`/api/methodology/${kind}`, { name: whole });
    setOpen(false);
    setName("");
    onMade();
    go("methodology", path);
  };
  return (
    <>
      <Button icon={ICONS[kind]} onPress={() => setOpen(true)}>
        {t(`web_new_${kind}`)}
      </Button>
      <Dialog title={t(`web_new_${kind}`)} open={open} onClose={() => setOpen(false)}>
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            void send(make);
          }}
        >
          <TextField
            label={t(`web_new_${kind}_name`)}
            hint={t(`web_new_${kind}_hint`)}
            fault={fault}
            value={name}
            onChange={setName}
            maxLength={60}
            required
          />
          <Button look="main" type="submit" isDisabled={!name.trim()}>
            {t("web_new_make")}
          </Button>
        </form>
      </Dialog>
    </>
  );
}

/** What went wrong, and where the example does not fit this methodology. */
function words(error: unknown): string {
  const body = error instanceof Fault && error.status === 422 ? (error.body as Partial<Checked> | null) : null;
  const problems = body?.problems ?? [];
  const lines = problems.map(({ line, message }) => `${t("web_problem_line", { line })} ${message}`);
  return [faultWords(error), ...lines].join(" ");
}
