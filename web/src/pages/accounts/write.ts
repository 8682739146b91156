// What can be changed in an account, and where it is sent.
import { patch, post, remove } from "../../api";
import type { Values } from "./FormDialog";
import { ownZone } from "./when";

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
export const changeContact = (id: string, person: string, version: number, values: Values) =>
  patch(address(id, `/contacts/${encodeURIComponent(person)}`), { ...contact(values), version });
/** `version` is the one that the user saw: what somebody else made of it meanwhile is a conflict. */
export const moveVisit = (id: string, visit: string, version: number, starts: string) =>
  post(address(id, `/visits/${encodeURIComponent(visit)}/move`), { starts, version });
export const cancelVisit = (id: string, visit: string, version: number) =>
  post(address(id, `/visits/${encodeURIComponent(visit)}/cancel`), { version });
export const tickStep = (id: string, step: string, version: number, done: boolean) =>
  post(address(id, `/next_steps/${encodeURIComponent(step)}/done`), { done, version });
export const unshare = (id: string, user: string) => post(address(id, "/share"), { with: user, off: true });
export const share = (id: string, user: string, write: boolean) => post(address(id, "/share"), { with: user, write });
export const forget = (id: string, name: string) => remove(address(id), { confirm: name });
export const forgetContact = (account: string, id: string, name: string) =>
  remove(address(account, `/contacts/${id}`), { confirm: name });

function contact({ influence, ...rest }: Values) {
  return influence === undefined ? rest : { ...rest, influence: influence ? Number(influence) : null };
}

function visit({ minutes = "", ...rest }: Values) {
  return { ...rest, minutes: Number(minutes) || 60, zone: ownZone() };
}
