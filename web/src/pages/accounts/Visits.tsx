// Visits, the next one first; those that are planned can be moved and called off.
import { Dated } from "../../ui/Dated";
import { Icon, type IconName } from "../../ui/Icon";
import { Fault } from "../../ui/Notice";
import { t } from "../../words";
import { CancelVisit } from "./CancelVisit";
import { AddVisit, MoveVisit } from "./forms";
import { visitsInOrder } from "./order";
import type { AccountView, VisitView } from "./shapes";
import { useFocusAfter, usePress } from "./usePress";
import { whenOf } from "./when";

const DRAWN: Record<string, IconName> = { planned: "calendar", done: "check", cancelled: "close" };
type Props = { account: AccountView; onChanged: () => void };

export function Visits({ account, onChanged }: Props) {
  return (
    <section className="card" aria-labelledby="visits-title">
      <header className="section-head">
        <h2 id="visits-title">{t("web_account_visits")}</h2>
        {account.may_write && <AddVisit account={account.id} onChanged={onChanged} />}
      </header>
      {account.visits.length === 0 && <p className="soft">{t("web_account_no_visits")}</p>}
      <ul className="marked">
        {visitsInOrder(account.visits).map((visit) => (
          <Visit key={visit.id} visit={visit} account={account} onChanged={onChanged} />
        ))}
      </ul>
    </section>
  );
}

function Visit({ visit, account, onChanged }: Props & { visit: VisitView }) {
  const { place, ours } = useFocusAfter<HTMLLIElement>(visit.version);
  const pressing = usePress(onChanged);
  const rest = [visit.place, visit.purpose, ...visit.people, visit.outcome].filter(Boolean).join(" · ");
  const planned = visit.state === "planned";
  const moved = () => {
    ours();
    onChanged();
  };
  return (
    <li ref={place} tabIndex={-1}>
      <Icon name={DRAWN[visit.state] ?? "calendar"} />
      <div>
        <strong>
          <Dated>{whenOf(visit)}</Dated>
        </strong>{" "}
        {visit.state_name}
        {rest && (
          <p className="soft small">
            <Dated>{rest}</Dated>
          </p>
        )}
        {account.may_write && planned && (
          <div className="row">
            <MoveVisit account={account.id} visit={visit} onChanged={moved} />
            <CancelVisit account={account.id} visit={visit} pressing={pressing} onDone={ours} />
          </div>
        )}
        {/* what somebody else did took the dialog away, which said why */}
        {!planned && pressing.fault && <Fault>{pressing.fault}</Fault>}
      </div>
    </li>
  );
}
