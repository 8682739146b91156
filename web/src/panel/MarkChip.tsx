// What a line was, as a label that opens the rule, its words, and where the reader decided it, the whole judgement.
import { useState } from "react";
import { Button as AriaButton } from "react-aria-components";
import type { Mark } from "../chat/shapes";
import { Dialog } from "../ui/Dialog";
import { Why } from "../why/Why";
import { t } from "../words";

export function MarkChip({ mark }: { mark: Mark }) {
  const [open, setOpen] = useState(false);
  if (mark.why) {
    return (
      <Why ask={mark.why} className="chip mark-chip">
        {mark.label}
      </Why>
    );
  }
  return (
    <>
      <AriaButton className="chip mark-chip opens" aria-haspopup="dialog" onPress={() => setOpen(true)}>
        {mark.label}
        <span className="sr-only">{t("web_why_opens")}</span>
      </AriaButton>
      <Dialog title={mark.label} open={open} onClose={() => setOpen(false)}>
        <div className="judgement">
          <p className="judged">
            <mark>{mark.text}</mark>
          </p>
          <dl>
            <dt>{t("web_why_rule")}</dt>
            <dd>
              <code>{mark.rule}</code>
            </dd>
          </dl>
        </div>
      </Dialog>
    </>
  );
}
