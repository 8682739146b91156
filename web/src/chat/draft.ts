// The line being written: kept in this browser, and filled from elsewhere on the page.
import { useCallback, useState } from "react";
import { keep, kept } from "../kept";
import { go } from "../route";

const FILLED = "coach:filled";
let asked = "";

/** Go to the conversation with `text` in the composer, to be finished and sent by the user. */
export function prefill(text: string): void {
  asked = text;
  dispatchEvent(new Event(FILLED));
  go("chat");
}

/** Return and forget what another page put into the composer. */
export function filled(): string {
  const text = asked;
  asked = "";
  return text;
}

export function onFilled(then: () => void): () => void {
  addEventListener(FILLED, then);
  return () => removeEventListener(FILLED, then);
}

export function useDraft(user: string): [string, (text: string) => void] {
  const name = `draft.${user}`;
  const [text, setText] = useState(() => kept(name) ?? "");
  const write = useCallback(
    (to: string) => {
      setText(to);
      keep(name, to || null);
    },
    [name],
  );
  return [text, write];
}
