// The customer that is spoken of, and where their page, the result and the brief are.
import { useState } from "react";
import type { Panel } from "../chat/shapes";
import { PositionMark } from "../pages/accounts/PositionMark";
import { href } from "../route";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { Markdown } from "../ui/Markdown";
import { t } from "../words";
import { Brief } from "./Brief";

export function AccountHead({ panel }: { panel: Panel }) {
  const [open, setOpen] = useState<"page" | "brief" | null>(null);
  const { account, page } = panel;
  if (!account && !page) return null;
  const close = () => setOpen(null);
  return (
    <div className="account-head">
      {account && (
        <p className="account-name">
          {account.id ? <a href={href("account", account.id)}>{account.name}</a> : account.name}
          <PositionMark light={account.position} name={account.position_name ?? null} />
        </p>
      )}
      <div className="row">
        {page && <Button onPress={() => setOpen("page")}>{t("web_result_page")}</Button>}
        {account?.id && <Button onPress={() => setOpen("brief")}>{t("web_brief")}</Button>}
      </div>
      <Dialog title={t("web_result_page")} open={open === "page"} onClose={close} look="wide">
        <Markdown text={page ?? ""} />
      </Dialog>
      <Dialog title={t("web_brief")} open={open === "brief"} onClose={close} look="wide">
        {account?.id && open === "brief" && <Brief id={account.id} />}
      </Dialog>
    </div>
  );
}
