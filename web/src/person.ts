// Who is speaking, as the server knows them.
import { createContext, useContext } from "react";
import { t } from "./words";

export type Person = {
  user: string;
  name: string;
  manager: boolean;
  sign_in: "local" | "invite" | "oidc";
  version: string;
};

const NOBODY: Person = { user: "", name: "", manager: false, sign_in: "local", version: "" };

export const PersonContext = createContext<Person>(NOBODY);
export const usePerson = (): Person => useContext(PersonContext);

/** Return how to name a user by whom something was noted: whoever looks is told that it was them. */
export function useNameOf(): (user: string) => string {
  const me = usePerson();
  return (user) => (user === me.user ? t("web_me") : user);
}
