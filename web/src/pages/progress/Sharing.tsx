// Whether managers may see the results: off until the user says so.
import { useState } from "react";
import { post } from "../../api";
import { Switch } from "../../ui/Fields";
import { Fault } from "../../ui/Notice";
import { useSend } from "../../useSend";
import { t } from "../../words";

export function Sharing({ on }: { on: boolean }) {
  const [shared, setShared] = useState(on);
  const { busy, fault, send } = useSend();
  const change = async (to: boolean) => {
    setShared(to);
    if (!(await send(() => post("/api/results/share", { on: to })))) setShared(!to);
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
