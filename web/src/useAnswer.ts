// What a page asked the server for: on the way, there, or a fault in words.
import { useCallback, useEffect, useState } from "react";
import { Fault, get } from "./api";
import { t, useLang } from "./words";

export type Answer<T> = { data: T | null; fault: string | null; loading: boolean; again: () => void };

/** Get `path`, and get it anew when the path or the language changes. `null`: ask for nothing yet. */
export function useAnswer<T>(path: string | null): Answer<T> {
  const lang = useLang();
  const [data, setData] = useState<T | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [loading, setLoading] = useState(path !== null);
  const [asked, setAsked] = useState(0);
  const again = useCallback(() => setAsked((times) => times + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` and `lang` are there to ask anew
  useEffect(() => {
    if (path === null) return;
    const leaving = new AbortController();
    setLoading(true);
    get<T>(path, { signal: leaving.signal })
      .then((got) => {
        setData(got);
        setFault(null);
      })
      .catch((error: unknown) => {
        if (!leaving.signal.aborted) setFault(faultWords(error));
      })
      .finally(() => {
        if (!leaving.signal.aborted) setLoading(false);
      });
    return () => leaving.abort();
  }, [path, lang, asked]);
  return { data, fault, loading, again };
}

/** Return what to tell the user about an error, whatever it is. */
export function faultWords(error: unknown): string {
  if (error instanceof Fault && error.message) return error.message;
  if (error instanceof Fault && error.code === "offline") return t("web_offline");
  return t("web_trouble");
}
