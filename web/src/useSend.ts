// Something that is sent to the server: once at a time, and a fault in words when it did not go well.
import { useState } from "react";
import { faultWords } from "./useAnswer";

export type Sending = {
  busy: boolean;
  fault: string | null;
  /** Do `work`; whether it went well. */
  send: (work: () => Promise<unknown>) => Promise<boolean>;
};

/** `words` says what to tell the user about an error. */
export function useSend(words: (error: unknown) => string = faultWords): Sending {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const send = async (work: () => Promise<unknown>) => {
    if (busy) return false;
    setBusy(true);
    setFault(null);
    try {
      await work();
      return true;
    } catch (error) {
      setFault(words(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, fault, send };
}
