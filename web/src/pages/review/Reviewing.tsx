// While a call is being judged: how far it is, and how to stop.
import { useEffect, useState } from "react";
import { get } from "../../api";
import { Button } from "../../ui/Button";
import { t } from "../../words";

type Far = { done: number; total: number };
const EVERY_MS = 700;

export function Reviewing({ id, name, onStop }: { id: string; name: string; onStop: () => void }) {
  const [{ done, total }, setFar] = useState<Far>({ done: 0, total: 0 });
  useEffect(() => {
    const leaving = new AbortController();
    const look = () =>
      get<Far>(`/api/review/progress?id=${id}`, { signal: leaving.signal })
        .then((far) => far.total && setFar(far))
        .catch(() => undefined); // the review itself says what is wrong
    const clock = setInterval(look, EVERY_MS);
    return () => {
      clearInterval(clock);
      leaving.abort();
    };
  }, [id]);
  return (
    <div className="card reviewing">
      <p role="status">{t("web_review_busy", { name })}</p>
      <progress aria-label={t("web_review_busy", { name })} {...(total ? { value: done, max: total } : {})} />
      {total > 0 && <p className="soft small">{t("web_review_far", { done, total })}</p>}
      <Button onPress={onStop}>{t("web_review_stop")}</Button>
    </div>
  );
}
