// Something that is sent to the server: once at a time, and a fault in words when it did not go well.
import { useState } from "react";
import { Fault } from "./api";
import { faultWords } from "./useAnswer";

export type Sending = {
  busy: boolean;
  fault: string | null;
  /** The field that the fault is about, where the server names one. */
  field: string | null;
  /** Do `work`; whether it went well. */
  send: (work: () => Promise<unknown>) => Promise<boolean>;
};

/** `words` says what to tell the user about an error. */
export function useSend(words: (error: unknown) => string = faultWords): Sending {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [field, setField] = useState<string | null>(null);
  const send = async (work: () => Promise<unknown>) => {
    if (busy) return false;
    setBusy(true);
    setFault(null);
    try {
      await work();
      return true;
    } catch (error) {
      setFault(words(error));
      setField(fieldOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, fault, field, send };
}

function fieldOf(error: unknown): string | null {
  const body = error instanceof Fault ? (error.body as { field?: unknown } | null) : null;
  return typeof body?.field === "string" ? body.field : null;
}
