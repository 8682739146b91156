// What was said and is not yet acknowledged: kept in this browser until the server has answered.
import { keep, kept, keptNames } from "../kept";

export type Waiting = { id: string; text: string; at: number };

const start = (user: string) => `outbox.${user}.`;

/** Keep a message under a key of its own, so that two tabs never write over each other's. */
export function put(user: string, message: Waiting): void {
  keep(start(user) + message.id, JSON.stringify(message));
}

export function drop(user: string, id: string): void {
  keep(start(user) + id, null);
}

/** Return what waits, in the order in which it was said. What cannot be read is not ours and is left alone. */
export function waiting(user: string): Waiting[] {
  return keptNames(start(user))
    .map((name) => read(kept(name)))
    .filter((message) => message !== null)
    .sort((one, other) => one.at - other.at || one.id.localeCompare(other.id));
}

function read(text: string | null): Waiting | null {
  try {
    const { id, text: said, at } = JSON.parse(text ?? "") as Waiting;
    return typeof id === "string" && typeof said === "string" && typeof at === "number" ? { id, text: said, at } : null;
  } catch {
    return null;
  }
}

/** Return a new UUID, also where the page is not served safely and the browser offers no randomUUID. */
export function newId(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
