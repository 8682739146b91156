// What can be changed in an account, and where it is sent.
import { patch, post, remove } from "../../api";
import type { Values } from "./FormDialog";

export const address = (id: string, rest = ""): string => `/api/accounts/${encodeURIComponent(id)}${rest}`;

export const addAccount = (name: string) => post<{ id: string }>("/api/accounts", { name });
export const addContact = (id: string, values: Values) => post(address(id, "/contacts"), contact(values));
export const changeContact = (id: string, person: string, version: number, values: Values) =>
  patch(address(id, `/contacts/${encodeURIComponent(person)}`), { ...contact(values), version });
export const addStance = (id: string, values: Values) => post(address(id, "/stances"), values);
export const addNote = (id: string, values: Values) => post(address(id, "/notes"), values);
export const addVisit = (id: string, values: Values) => post(address(id, "/visits"), visit(values));
export const share = (id: string, user: string, write: boolean) => post(address(id, "/share"), { with: user, write });
export const forget = (id: string, name: string) => remove(address(id), { confirm: name });

function contact({ influence = "", ...rest }: Values) {
  return { ...rest, influence: influence ? Number(influence) : null };
}

function visit({ minutes = "", ...rest }: Values) {
  return { ...rest, minutes: Number(minutes) || 60, zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
}
