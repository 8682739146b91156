// Calls a planned visit off, once it is confirmed.
import { useState } from "react";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Fault } from "../../ui/Notice";
import { t } from "../../words";
import type { VisitView } from "./shapes";
import type { Press } from "./usePress";
import { whenOf } from "./when";
import { cancelVisit } from "./write";

type Props = { account: string; visit: VisitView; pressing: Press; onDone: () => void };

/** After somebody else's change the dialog stays, with the visit as it is now. */
export function CancelVisit({ account, visit, pressing, onDone }: Props) {
  const [open, setOpen] = useState(false);
  const { fault, press } = pressing;
  const when = whenOf(visit);
  const cancel = async () => {
    if (!(await press(() => cancelVisit(account, visit.id, visit.version)))) return;
    onDone();
    setOpen(false);
  };
  return (
    <>
      <Button look="plain" icon="close" aria-label={t("web_visit_cancel_of", { when })} onPress={() => setOpen(true)}>
        {t("web_visit_cancel")}
      </Button>
      <Dialog title={t("web_visit_cancel_title")} open={open} onClose={() => setOpen(false)}>
        <p>
          <strong>{[when, visit.place].filter(Boolean).join(" · ")}</strong>
        </p>
        <p>{t("web_visit_cancel_lead")}</p>
        {fault && <Fault>{fault}</Fault>}
        <div className="row">
          <Button look="danger" onPress={cancel}>
            {t("web_visit_cancel")}
          </Button>
          <Button onPress={() => setOpen(false)}>{t("web_visit_keep")}</Button>
        </div>
      </Dialog>
    </>
  );
}
