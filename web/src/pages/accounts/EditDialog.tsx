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
  /** The button for a screen reader, where several look alike. */
  label: string;
  title: string;
  icon?: "calendar";
  fields: readonly FieldOf[];
  start: Values;
  version: number;
  /** `values` are those that the user changed, and no others: what somebody else changed meanwhile stands. */
  onSend: (values: Values, version: number) => Promise<unknown>;
  /** What is there now may differ from what is shown. */
  onChanged: () => void;
};

export function EditDialog({ button, label, title, icon, onChanged, ...rest }: Props) {
  const [open, setOpen] = useState(false);
  const done = () => {
    setOpen(false);
    onChanged();
  };
  return (
    <>
      <Button look="plain" icon={icon} aria-label={label} onPress={() => setOpen(true)}>
        {button}
      </Button>
      <Dialog title={title} open={open} onClose={() => setOpen(false)}>
        <Edit {...rest} onDone={done} />
      </Dialog>
    </>
  );
}

type EditProps = Pick<Props, "fields" | "start" | "version" | "onSend"> & { onDone: () => void };

function Edit({ fields, start, version, onSend, onDone }: EditProps) {
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
          label={labelOf(clash, fields)}
          onMine={() =>
            send(clash.values, clash.version)
              .then(onDone)
              .catch(() => undefined)
          }
          onTheirs={() => {
            if (!isTyped(clash, fields)) return onDone();
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

function labelOf(clash: Clashed, fields: readonly FieldOf[]): string {
  return fields.find((one) => one.name === clash.field)?.label ?? clash.name;
}

/** Whether the clash is about what was typed; else, as with a visit called off meanwhile, nothing is left to edit. */
function isTyped(clash: Clashed, fields: readonly FieldOf[]): boolean {
  return fields.some((one) => one.name === clash.field);
}
