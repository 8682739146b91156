// One press that changes something, and where the focus goes when what was pressed has moved or is gone.
import { type RefObject, useEffect, useRef } from "react";
import { Fault } from "../../api";
import { faultWords } from "../../useAnswer";
import { useSend } from "../../useSend";
import { t } from "../../words";
import { clashOf } from "./clash";

export type Press = {
  busy: boolean;
  fault: string | null;
  /** Send the change; whether it was made. */
  press: (send: () => Promise<unknown>) => Promise<boolean>;
};

/** `onChanged` shows what is there now, also what somebody else made of it: then nothing is done without a new press. */
export function usePress(onChanged: () => void): Press {
  const { busy, fault, send } = useSend((error) => {
    const clash = error instanceof Fault ? clashOf(error) : null;
    if (!clash) return faultWords(error);
    onChanged();
    return t("web_clash_look", { by: clash.by, field: clash.name, theirs: clash.shown.theirs });
  });
  const press = (change: () => Promise<unknown>) =>
    send(async () => {
      await change();
      onChanged();
    });
  return { busy, fault, press };
}

/** Focus `place` once a change of ours is shown, that is with the next version; `ours` says that there was one. */
export function useFocusAfter<E extends HTMLElement>(
  version: number,
): { place: RefObject<E | null>; ours: () => void } {
  const place = useRef<E>(null);
  const changed = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that the change is shown
  useEffect(() => {
    if (changed.current) place.current?.focus();
    changed.current = false;
  }, [version]);
  const ours = () => {
    changed.current = true;
  };
  return { place, ours };
}
