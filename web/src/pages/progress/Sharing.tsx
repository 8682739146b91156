// Whether managers may see the results: off until the user says so.
import { useState } from "react";
import { post } from "../../api";
import { Switch } from "../../ui/Fields";
import { Fault } from "../../ui/Notice";
import { faultWords } from "../../useAnswer";
import { t } from "../../words";

export function Sharing({ on }: { on: boolean }) {
  const [shared, setShared] = useState(on);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const change = async (to: boolean) => {
    setBusy(true);
    setFault(null);
    setShared(to);
    try {
      await post("/api/results/share", { on: to });
    } catch (error) {
      setShared(!to);
      setFault(faultWords(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="card" aria-label={t("web_share_results")}>
      <Switch
        label={t("web_share_results")}
        hint={t(shared ? "web_share_results_on" : "web_share_results_off")}
        checked={shared}
        disabled={busy}
        onChange={change}
      />
      {fault && <Fault>{fault}</Fault>}
    </section>
  );
}
