// What a page asked the server for: on the way, there, or a fault in words.
import { useCallback, useEffect, useState } from "react";
import { Fault, get } from "./api";
import { t, useLang } from "./words";

export type Answer<T> = {
  data: T | null;
  fault: string | null;
  loading: boolean;
  again: () => void;
  /** `again` after a fault that may pass. */
  retry: (() => void) | undefined;
};

/** Get `path`, and get it anew when the path or the language changes. `null`: ask for nothing yet. `words` tells a fault. */
export function useAnswer<T>(path: string | null, words: (error: unknown) => string = faultWords): Answer<T> {
  const lang = useLang();
  const [data, setData] = useState<T | null>(null);
  const [error, setError] = useState<unknown>(null);
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
        setError(null);
      })
      .catch((fault: unknown) => {
        if (!leaving.signal.aborted) setError(fault);
      })
      .finally(() => {
        if (!leaving.signal.aborted) setLoading(false);
      });
    return () => leaving.abort();
  }, [path, lang, asked]);
  const fault = error === null ? null : words(error);
  const retry = error instanceof Fault && !error.passing ? undefined : again;
  return { data, fault, loading, again, retry };
}

/** Return what to tell the user about an error, whatever it is. */
export function faultWords(error: unknown): string {
  if (error instanceof Fault && error.message) return error.message;
  if (error instanceof Fault && error.code === "offline") return t("web_offline");
  return t("web_trouble");
}
