// Changes what is there. When somebody else changed the same field meanwhile, both values stand side by side.
import { useState } from "react";
import { Fault } from "../../api";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { t } from "../../words";
import { Clash } from "./Clash";
import { type Clashed, clashOf, edited } from "./clash";
import { type FieldOf, Form, type Values } from "./FormDialog";

type Props = {
  button: string;
  title: string;
  fields: readonly FieldOf[];
  start: Values;
  version: number;
  onSend: (values: Values, version: number) => Promise<void>;
};

export function EditDialog({ button, title, ...rest }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="plain" onPress={() => setOpen(true)}>
        {button}
      </Button>
      <Dialog title={title} open={open} onClose={() => setOpen(false)}>
        <Edit {...rest} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function Edit({ fields, start, version, onSend, onDone }: Omit<Props, "button" | "title"> & { onDone: () => void }) {
  const [clash, setClash] = useState<Clashed | null>(null);
  const [from, setFrom] = useState(version);
  const [shown, setShown] = useState(start);
  const send = async (values: Values, seen = from) => {
    try {
      await onSend(edited(values, start), seen);
      setClash(null);
    } catch (error) {
      const found = error instanceof Fault ? clashOf(error, values) : null;
      if (!found) throw error;
      setClash(found);
      setShown(values);
      throw new Fault(409, "conflict", t("web_clash"));
    }
  };
  return (
    <>
      {clash && (
        <Clash
          clash={clash}
          label={fields.find((one) => one.name === clash.field)?.label ?? clash.field}
          onMine={() =>
            send(clash.values, clash.version)
              .then(onDone)
              .catch(() => undefined)
          }
          onTheirs={() => {
            setShown({ ...clash.values, [clash.field]: clash.theirs });
            setFrom(clash.version);
            setClash(null);
          }}
        />
      )}
      <Form
        key={JSON.stringify(shown)}
        fields={fields}
        start={shown}
        onSend={(values) => send(values)}
        onDone={onDone}
      />
    </>
  );
}
