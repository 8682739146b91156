// Where the user is: the part of the address behind "#".
import { useSyncExternalStore } from "react";

export const PAGES = [
  "start",
  "chat",
  "scenarios",
  "accounts",
  "account",
  "progress",
  "result",
  "review",
  "methodology",
  "team",
] as const;
export type PageName = (typeof PAGES)[number];

/** `id` is what follows the page's name: an account, a result, a file of the methodology. */
export type Route = { page: PageName; id: string | null };

export function parseRoute(hash: string): Route {
  const [, name = "", ...rest] = hash.replace(/^#/, "").split("/");
  const page = PAGES.find((known) => known === name) ?? "start";
  const id = rest.join("/");
  return { page, id: id ? decoded(id) : null };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function href(page: PageName, id?: string): string {
  return `#/${page}${id === undefined ? "" : `/${encodeURIComponent(id)}`}`;
}

export function go(page: PageName, id?: string): void {
  location.hash = href(page, id);
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(
    (then) => {
      addEventListener("hashchange", then);
      return () => removeEventListener("hashchange", then);
    },
    () => location.hash,
  );
  return parseRoute(hash);
}
