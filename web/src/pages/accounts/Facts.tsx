// What is known of the firm.
import { t } from "../../words";
import type { AccountView } from "./shapes";

export function Facts({ facts }: { facts: AccountView["facts"] }) {
  if (facts.length === 0) return null;
  return (
    <section className="card" aria-labelledby="facts-title">
      <h2 id="facts-title">{t("web_account_facts")}</h2>
      <dl className="facts">
        {facts.map((fact) => (
          <div key={fact.field} className="fact">
            <dt>{fact.name}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
