// While a call is being judged: what happens, for how long so far, and how to stop.
import { useEffect, useState } from "react";
import { Button } from "../../ui/Button";
import { t } from "../../words";

const SLOW_S = 8;

export function Reviewing({ name, onStop }: { name: string; onStop: () => void }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const clock = setInterval(() => setSeconds((past) => past + 1), 1000);
    return () => clearInterval(clock);
  }, []);
  return (
    <div className="card reviewing">
      <p role="status">
        {t("web_review_busy", { name })} {seconds >= SLOW_S && t("web_review_slow")}
      </p>
      <progress aria-label={t("web_review_busy", { name })} />
      <Button onPress={onStop}>{t("web_review_stop")}</Button>
    </div>
  );
}
