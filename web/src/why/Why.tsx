// Opens a judgement: the rule, its words in the sentence, the runner-up, what would change it.
import { type ReactNode, useState } from "react";
import { Button as AriaButton } from "react-aria-components";
import { t } from "../words";
import { WhyDialog } from "./WhyDialog";

/** What POST /api/why takes. */
export type WhyAsk = { task: string; text: string };

type Props = { ask: WhyAsk | null; children: ReactNode; className?: string };

/** Show `children` as a button that opens the judgement; as they are where there is none to open. */
export function Why({ ask, children, className = "why" }: Props) {
  const [open, setOpen] = useState(false);
  if (!ask) return <span className={className}>{children}</span>;
  return (
    <>
      <AriaButton className={`${className} opens`} aria-haspopup="dialog" onPress={() => setOpen(true)}>
        {children}
        <span className="sr-only">{t("web_why_opens")}</span>
      </AriaButton>
      {open && <WhyDialog ask={ask} onClose={() => setOpen(false)} />}
    </>
  );
}
