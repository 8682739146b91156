// What a line was, as a label that opens the rule and the words.
import { useState } from "react";
import { Button as AriaButton } from "react-aria-components";
import { Dialog } from "../../ui/Dialog";
import { Why } from "../../why/Why";
import { t } from "../../words";
import type { Mark } from "./shapes";

export function Remark({ mark }: { mark: Mark }) {
  if (mark.why) {
    return (
      <Why ask={mark.why} className="chip remark">
        {mark.label}
      </Why>
    );
  }
  return <RuleRemark mark={mark} />;
}

/** A mark that hangs on what was said before: the sentence alone cannot explain it, the rule and the words can. */
function RuleRemark({ mark }: { mark: Mark }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <AriaButton className="chip remark opens" aria-haspopup="dialog" onPress={() => setOpen(true)}>
        {mark.label}
        <span className="sr-only">{t("web_why_opens")}</span>
      </AriaButton>
      <Dialog title={mark.label} open={open} onClose={() => setOpen(false)}>
        <dl className="facts">
          <dt>{t("web_remark_words")}</dt>
          <dd>
            <q>{mark.text}</q>
          </dd>
          <dt>{t("web_why_rule")}</dt>
          <dd>
            <code>{mark.rule}</code>
          </dd>
        </dl>
      </Dialog>
    </>
  );
}
