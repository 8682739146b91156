// Who is speaking, as the server knows them.
import { createContext, useContext } from "react";

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
