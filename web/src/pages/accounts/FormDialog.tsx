// A button that opens a small form. What was typed stays until the server has it.
import { useState } from "react";
import { newId } from "../../chat/outbox";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Choice, type Option, TextField } from "../../ui/Fields";
import { Fault } from "../../ui/Notice";
import { useSend } from "../../useSend";
import { t } from "../../words";

export type FieldOf = {
  name: string;
  label: string;
  hint?: string;
  type?: "text" | "email" | "tel" | "date" | "datetime-local" | "number" | "url";
  lines?: number;
  options?: readonly Option[];
  required?: boolean;
  maxLength?: number;
  min?: number;
  max?: number;
};
export type Values = Record<string, string>;
type Props = {
  button: string;
  title: string;
  fields: readonly FieldOf[];
  start?: Values;
  /** `values` come with an `id` made once for this form. */
  onSend: (values: Values & { id: string }) => Promise<void>;
  lead?: string;
  icon?: "calendar" | "person";
  look?: "main" | "quiet" | "plain";
};

export function FormDialog({ button, title, fields, start = {}, onSend, lead, icon, look }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={icon} look={look} onPress={() => setOpen(true)}>
        {button}
      </Button>
      <Dialog title={title} open={open} onClose={() => setOpen(false)}>
        {lead && <p className="soft">{lead}</p>}
        <Form fields={fields} start={start} onSend={onSend} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

type FormProps = Pick<Props, "fields" | "onSend"> & { start: Values; onDone: () => void };

export function Form({ fields, start, onSend, onDone }: FormProps) {
  const [values, setValues] = useState<Values>(() => ({ ...firstOptions(fields), ...start }));
  const [id] = useState(newId);
  const { busy, fault, field, send } = useSend();
  const isHere = fields.some(({ name, options }) => name === field && !options);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void send(() => onSend({ ...values, id }).then(onDone));
      }}
    >
      {fields.map(({ name, options, ...rest }) => {
        const common = {
          ...rest,
          fault: name === field ? fault : null,
          value: values[name] ?? "",
          onChange: (value: string) => setValues({ ...values, [name]: value }),
        };
        return options ? <Choice key={name} {...common} options={options} /> : <TextField key={name} {...common} />;
      })}
      {fault && !isHere && <Fault>{fault}</Fault>}
      <Button look="main" type="submit">
        {t(busy ? "web_saving" : "web_save")}
      </Button>
    </form>
  );
}

function firstOptions(fields: readonly FieldOf[]): Values {
  return Object.fromEntries(fields.flatMap((one) => (one.options?.[0] ? [[one.name, one.options[0].id]] : [])));
}
