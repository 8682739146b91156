// Free notes.
import { t } from "../../words";
import { AddNote } from "./forms";
import type { AccountView } from "./shapes";

export function Notes({ account, onChanged }: { account: AccountView; onChanged: () => void }) {
  return (
    <section className="card" aria-labelledby="notes-title">
      <header className="section-head">
        <h2 id="notes-title">{t("web_account_notes")}</h2>
        {account.may_write && <AddNote account={account.id} onChanged={onChanged} />}
      </header>
      <ul className="notes">
        {account.notes.map((note) => (
          <li key={note.id}>
            <p>{note.text}</p>
            <p className="soft small">{[note.day, note.by, note.who].filter(Boolean).join(" · ")}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
