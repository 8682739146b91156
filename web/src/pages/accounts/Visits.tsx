// Visits, the coming ones first.
import { Icon, type IconName } from "../../ui/Icon";
import { t } from "../../words";
import { AddVisit } from "./forms";
import type { AccountView, VisitView } from "./shapes";

const DRAWN: Record<string, IconName> = { planned: "calendar", done: "check", cancelled: "close" };

export function Visits({ account, onChanged }: { account: AccountView; onChanged: () => void }) {
  const newest = [...account.visits].sort((a, b) => (a.starts < b.starts ? 1 : -1));
  return (
    <section className="card" aria-labelledby="visits-title">
      <header className="section-head">
        <h2 id="visits-title">{t("web_account_visits")}</h2>
        {account.may_write && <AddVisit account={account.id} onChanged={onChanged} />}
      </header>
      {newest.length === 0 && <p className="soft">{t("web_account_no_visits")}</p>}
      <ul className="marked">
        {newest.map((visit) => (
          <Visit key={visit.id} visit={visit} />
        ))}
      </ul>
    </section>
  );
}

function Visit({ visit }: { visit: VisitView }) {
  const rest = [visit.place, visit.purpose, ...visit.people, visit.outcome].filter(Boolean).join(" · ");
  return (
    <li>
      <Icon name={DRAWN[visit.state] ?? "calendar"} />
      <span>
        <strong>{visit.starts.slice(0, 16).replace("T", " ")}</strong> {visit.state_name}
        {rest && <span className="soft small block">{rest}</span>}
      </span>
    </li>
  );
}
