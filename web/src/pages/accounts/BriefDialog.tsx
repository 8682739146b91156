// The visit brief: a preview in the page, and the same to take along.
import { useState } from "react";
import { Brief } from "../../panel/Brief";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { FileLink } from "../../ui/FileLink";
import { lang, t } from "../../words";
import type { AccountView, VisitView } from "./shapes";
import { address } from "./write";

const FORMS = ["html", "md", "ics"] as const;

export function BriefDialog({ account }: { account: AccountView }) {
  const { id, visits } = account;
  const forms = isPlanned(visits) ? FORMS : FORMS.filter((form) => form !== "ics"); // an invitation needs a visit
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="main" icon="review" onPress={() => setOpen(true)}>
        {t("web_account_brief")}
      </Button>
      <Dialog title={t("web_account_brief")} open={open} onClose={() => setOpen(false)} look="wide">
        {open && <Brief id={id} />}
        <div className="row">
          {forms.map((form) => (
            <FileLink key={form} look="quiet" icon="drop" href={address(id, `/brief.${form}?lang=${lang()}`)}>
              {t(`web_account_brief_${form}`)}
            </FileLink>
          ))}
        </div>
        <p className="soft small">{t("web_account_brief_private")}</p>
      </Dialog>
    </>
  );
}

function isPlanned(visits: readonly VisitView[]): boolean {
  const now = new Date();
  return visits.some((visit) => visit.state === "planned" && new Date(visit.starts.slice(0, 10)) >= startOf(now));
}

function startOf(day: Date): Date {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate());
}
