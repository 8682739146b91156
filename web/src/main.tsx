// Starts the page: words and person first, then the rest; an unreachable server is said and asked again.
import "./style/tokens.css";
import "./style/base.css";
import "./style/shell.css";
import "./style/parts.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { Fault, get } from "./api";
import type { Person } from "./person";
import { SignedOut } from "./SignedOut";
import { showTheme } from "./theme";
import { setWords, type Words } from "./words";

const AGAIN_MS = [500, 1000, 2000, 4000];

showTheme();
const root = createRoot(document.getElementById("page") as HTMLElement);

async function start(tries = 0): Promise<void> {
  try {
    const [words, person] = await Promise.all([get<Words>("/api/words"), whoAmI()]);
    setWords(words);
    unreachable(false);
    root.render(<StrictMode>{person ? <App person={person} /> : <SignedOut />}</StrictMode>);
  } catch {
    unreachable(tries > 0);
    setTimeout(() => start(tries + 1), AGAIN_MS[Math.min(tries, AGAIN_MS.length - 1)]);
  }
}

/** Return the person, null when nobody is signed in. */
async function whoAmI(): Promise<Person | null> {
  try {
    return await get<Person>("/api/me");
  } catch (error) {
    if (error instanceof Fault && error.status === 401) return null;
    throw error;
  }
}

function unreachable(is: boolean): void {
  const said = document.getElementById("unreachable");
  if (said) said.hidden = !is;
}

void start();
