// Asks before a page with unsaved changes is left.
import { useEffect, useState } from "react";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { t } from "../../words";

type Props = { dirty: boolean; onSave: () => Promise<boolean> };

export function LeaveDialog({ dirty, onSave }: Props) {
  const [to, setTo] = useState<string | null>(null);
  useEffect(() => {
    if (!dirty) return;
    const closing = (event: BeforeUnloadEvent) => event.preventDefault();
    const clicked = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#/"]') : null;
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      event.stopPropagation();
      setTo(link.getAttribute("href"));
    };
    addEventListener("beforeunload", closing);
    document.addEventListener("click", clicked, { capture: true });
    return () => {
      removeEventListener("beforeunload", closing);
      document.removeEventListener("click", clicked, { capture: true });
    };
  }, [dirty]);

  const leave = () => {
    if (to) location.hash = to;
    setTo(null);
  };
  return (
    <Dialog title={t("web_leave_title")} open={to !== null} onClose={() => setTo(null)}>
      <p>{t("web_leave_lead")}</p>
      <div className="choices">
        <Button look="main" onPress={async () => ((await onSave()) ? leave() : setTo(null))}>
          {t("web_leave_save")}
        </Button>
        <Button onPress={leave}>{t("web_leave_keep")}</Button>
        <Button look="plain" onPress={() => setTo(null)}>
          {t("web_leave_stay")}
        </Button>
      </div>
    </Dialog>
  );
}
