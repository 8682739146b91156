// A change that met somebody else's, as the server tells it (409).
import type { Fault } from "../../api";
import type { Values } from "./FormDialog";

export type Clashed = {
  field: string;
  /** The field in words. */
  name: string;
  mine: string;
  theirs: string;
  /** Both values in words. */
  shown: { mine: string; theirs: string };
  by: string;
  version: number;
  values: Values;
};

/** Return what clashed; null when the fault is another one. `values` are all that the user typed. */
export function clashOf(fault: Fault, values: Values = {}): Clashed | null {
  if (fault.status !== 409) return null;
  const told = (fault.body as { conflict?: Record<string, unknown> } | null)?.conflict;
  if (!told || typeof told.field !== "string") return null;
  const text = (value: unknown) => (value === null || value === undefined ? "" : String(value));
  return {
    field: told.field,
    name: text(told.field_name) || told.field,
    mine: text(told.mine),
    theirs: text(told.theirs),
    shown: { mine: text(told.mine_shown ?? told.mine), theirs: text(told.theirs_shown ?? told.theirs) },
    by: text(told.by),
    version: Number(told.version) || 0,
    values,
  };
}

/** What the user changed of what stood there at first. */
export function edited(values: Values, start: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => value !== (start[name] ?? "")));
}
