// What was agreed to be done, and by when.
import { Icon } from "../../ui/Icon";
import { t } from "../../words";
import { AddStep } from "./forms";
import type { AccountView } from "./shapes";

export function Steps({ account, onChanged }: { account: AccountView; onChanged: () => void }) {
  const steps = account.next_steps;
  return (
    <section className="card" aria-labelledby="steps-title">
      <header className="section-head">
        <h2 id="steps-title">{t("web_account_steps")}</h2>
        {account.may_write && <AddStep account={account.id} onChanged={onChanged} />}
      </header>
      {steps.length === 0 && <p className="soft">{t("web_account_no_steps")}</p>}
      <ul className="marked">
        {steps.map((step) => (
          <li key={step.id}>
            <Icon name={step.done ? "check" : "todo"} />
            <span>
              {step.text}{" "}
              <span className="soft small">
                {step.done && t("web_account_step_done", { day: step.done })}
                {!step.done &&
                  (step.due ? t("web_account_step_due", { day: step.due }) : t("web_account_step_undated"))}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
