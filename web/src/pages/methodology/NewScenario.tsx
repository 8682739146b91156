// A new scenario from the template: asks for its name, then opens the file.
import { useState } from "react";
import { post } from "../../api";
import { go } from "../../route";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { TextField } from "../../ui/Fields";
import { useSend } from "../../useSend";
import { t } from "../../words";

export function NewScenario({ onMade }: { onMade: () => void }) {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const { fault, send } = useSend();
  const make = async () => {
    const { path } = await post<{ path: string }>("/api/methodology/scenario", { name: name.trim() });
    setOpen(false);
    setName("");
    onMade();
    go("methodology", path);
  };
  return (
    <>
      <Button icon="scenarios" onPress={() => setOpen(true)}>
        {t("web_new_scenario")}
      </Button>
      <Dialog title={t("web_new_scenario")} open={open} onClose={() => setOpen(false)}>
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            void send(make);
          }}
        >
          <TextField
            label={t("web_new_scenario_name")}
            hint={t("web_new_scenario_hint")}
            fault={fault}
            value={name}
            onChange={setName}
            maxLength={60}
            required
          />
          <Button look="main" type="submit" isDisabled={!name.trim()}>
            {t("web_new_scenario_make")}
          </Button>
        </form>
      </Dialog>
    </>
  );
}
