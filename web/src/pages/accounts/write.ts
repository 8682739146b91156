// What can be changed in an account, and where it is sent.
import { patch, post, remove } from "../../api";
import type { Values } from "./FormDialog";

export const address = (id: string, rest = ""): string => `/api/accounts/${encodeURIComponent(id)}${rest}`;

/** Each form makes an id for its record, so that one sent twice is kept once. */
type Made = Values & { id: string };

export const addAccount = (values: Made) => post<{ id: string }>("/api/accounts", values);
export const addContact = (id: string, values: Made) => post(address(id, "/contacts"), contact(values));
export const addStance = (id: string, values: Made) => post(address(id, "/stances"), values);
export const addNote = (id: string, values: Made) => post(address(id, "/notes"), values);
export const addStep = (id: string, { due, ...values }: Made) =>
  post(address(id, "/next_steps"), due ? { ...values, due } : values);
export const addVisit = (id: string, values: Made) => post(address(id, "/visits"), visit(values));
/** `values` are those that the user changed, and no others: what somebody else changed meanwhile stands. */
export const changeContact = (id: string, person: string, version: number, values: Values) =>
  patch(address(id, `/contacts/${encodeURIComponent(person)}`), { ...contact(values), version });
export const share = (id: string, user: string, write: boolean) => post(address(id, "/share"), { with: user, write });
export const forget = (id: string, name: string) => remove(address(id), { confirm: name });

function contact({ influence, ...rest }: Values) {
  return influence === undefined ? rest : { ...rest, influence: influence ? Number(influence) : null };
}

function visit({ minutes = "", ...rest }: Values) {
  return { ...rest, minutes: Number(minutes) || 60, zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
}
