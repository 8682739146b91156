// The visit brief: a preview in the page, and the same to take along.
import { useState } from "react";
import { Brief } from "../../panel/Brief";
import { Button, ButtonLink } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { lang, t } from "../../words";
import { address } from "./write";

const FORMS = ["html", "md", "ics"] as const;

export function BriefDialog({ id }: { id: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="main" icon="review" onPress={() => setOpen(true)}>
        {t("web_account_brief")}
      </Button>
      <Dialog title={t("web_account_brief")} open={open} onClose={() => setOpen(false)} wide>
        {open && <Brief id={id} />}
        <div className="row">
          {FORMS.map((form) => (
            <ButtonLink key={form} icon="drop" href={address(id, `/brief.${form}?lang=${lang()}`)} download="">
              {t(`web_account_brief_${form}`)}
            </ButtonLink>
          ))}
        </div>
        <p className="soft small">{t("web_account_brief_private")}</p>
      </Dialog>
    </>
  );
}
