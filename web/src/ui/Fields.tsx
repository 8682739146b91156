// Form fields with their label, hint and fault; native controls, so that every phone and screen reader knows them.
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { type Control, misfitWords } from "./misfit";
import "./fields.css";

const MISFITS = "input:invalid, textarea:invalid";

type Common = { label: string; hint?: string; fault?: string | null };

type TextProps = Common & {
  value: string;
  onChange: (value: string) => void;
  type?: "text" | "search" | "email" | "tel" | "date" | "datetime-local" | "number" | "url";
  lines?: number;
  required?: boolean;
  maxLength?: number;
  min?: number;
  max?: number;
  list?: string[];
  placeholder?: string;
};

/** What does not fit is told under the field in the language of the page; a browser would tell it in its own. */
export function TextField({ label, hint, fault: told, lines, value, onChange, list, ...rest }: TextProps) {
  const id = useId();
  const [misfit, setMisfit] = useState<string | null>(null);
  const fault = misfit ?? told;
  const change = (event: { target: { value: string } }) => {
    setMisfit(null);
    onChange(event.target.value);
  };
  const refuse = (event: FormEvent<Control>) => {
    event.preventDefault();
    setMisfit(misfitWords(event.currentTarget));
    if (event.currentTarget.form?.querySelector(MISFITS) === event.currentTarget) event.currentTarget.focus();
  };
  const common = {
    id,
    value,
    "aria-invalid": fault ? true : undefined,
    "aria-describedby": toldBy(id, hint, fault),
    onChange: change,
    onInvalid: refuse,
    ...rest,
  };
  return (
    <Field id={id} label={label} hint={hint} fault={fault} required={rest.required}>
      {lines ? (
        <textarea {...common} rows={lines} />
      ) : (
        <input {...common} autoComplete="off" list={list ? `${id}-list` : undefined} />
      )}
      {list && (
        <datalist id={`${id}-list`}>
          {list.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </Field>
  );
}

export type Option = { id: string; name: string };
type ChoiceProps = Common & { value: string; onChange: (value: string) => void; options: readonly Option[] };

export function Choice({ label, hint, fault, value, onChange, options }: ChoiceProps) {
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint} fault={fault}>
      <select
        id={id}
        value={value}
        aria-describedby={toldBy(id, hint, fault)}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </Field>
  );
}

type CheckProps = {
  label: string;
  hint?: string;
  checked: boolean;
  onChange: (on: boolean) => void;
  disabled?: boolean;
};

/** A switch that acts at once. */
export function Switch({ label, hint, checked, onChange, disabled }: CheckProps) {
  const id = useId();
  return (
    <div className="switch">
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={checked}
        aria-checked={checked}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

function toldBy(id: string, hint?: string, fault?: string | null): string | undefined {
  return [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(" ") || undefined;
}

type FieldProps = Common & { id: string; required?: boolean; children: ReactNode };

function Field({ id, label, hint, fault, required, children }: FieldProps) {
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {required && <span aria-hidden="true"> *</span>}
      </label>
      {children}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault && (
        <p className="field-fault" id={`${id}-fault`} role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
