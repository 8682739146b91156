// Free notes.
import { useNameOf } from "../../person";
import { Dated } from "../../ui/Dated";
import { t } from "../../words";
import { AddNote } from "./forms";
import type { AccountView } from "./shapes";

export function Notes({ account, onChanged }: { account: AccountView; onChanged: () => void }) {
  const nameOf = useNameOf();
  return (
    <section className="card" aria-labelledby="notes-title">
      <header className="section-head">
        <h2 id="notes-title">{t("web_account_notes")}</h2>
        {account.may_write && <AddNote account={account.id} onChanged={onChanged} />}
      </header>
      {account.notes.length === 0 && <p className="soft">{t("web_account_no_notes")}</p>}
      <ul className="notes">
        {account.notes.map((note) => (
          <li key={note.id}>
            <p>
              <Dated>{note.text}</Dated>
            </p>
            <p className="soft small">
              <Dated>{[note.day, nameOf(note.by), note.who].filter(Boolean).join(" · ")}</Dated>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
