// What was agreed to be done, and by when; what is done gets a tick, which can be taken back.
import { useId, useState } from "react";
import { Dated } from "../../ui/Dated";
import { Icon } from "../../ui/Icon";
import { Fault } from "../../ui/Notice";
import { t } from "../../words";
import { AddStep } from "./forms";
import { stepsInOrder } from "./order";
import type { AccountView, StepView } from "./shapes";
import { useFocusAfter, usePress } from "./usePress";
import { tickStep } from "./write";

type Props = { account: AccountView; onChanged: () => void };

export function Steps({ account, onChanged }: Props) {
  const steps = stepsInOrder(account.next_steps);
  return (
    <section className="card" aria-labelledby="steps-title">
      <header className="section-head">
        <h2 id="steps-title">{t("web_account_steps")}</h2>
        {account.may_write && <AddStep account={account.id} onChanged={onChanged} />}
      </header>
      {steps.length === 0 && <p className="soft">{t("web_account_no_steps")}</p>}
      <ul className="marked steps">
        {steps.map((step) =>
          account.may_write ? (
            <Tickable key={step.id} step={step} account={account} onChanged={onChanged} />
          ) : (
            <li key={step.id}>
              <Icon name={step.done ? "check" : "todo"} />
              <span>
                <Dated>{step.text}</Dated> <Day step={step} />
              </span>
            </li>
          ),
        )}
      </ul>
      {steps.length > 0 && account.may_write && <p className="soft small">{t("web_account_step_hint")}</p>}
    </section>
  );
}

function Tickable({ step, account, onChanged }: Props & { step: StepView }) {
  const id = useId();
  const { busy, fault, press } = usePress(onChanged);
  const { place, ours } = useFocusAfter<HTMLInputElement>(step.version);
  const [wanted, setWanted] = useState<{ done: boolean; version: number } | null>(null); // until there is a next version
  const done = wanted?.version === step.version ? wanted.done : step.done !== null;
  const tick = async () => {
    if (busy) return;
    setWanted({ done: !done, version: step.version });
    if (await press(() => tickStep(account.id, step.id, step.version, !done))) ours();
    else setWanted(null);
  };
  return (
    <li className={done ? "done" : undefined}>
      <input ref={place} id={id} type="checkbox" checked={done} aria-describedby={`${id}-day`} onChange={tick} />
      <div>
        <label htmlFor={id}>
          <Dated>{step.text}</Dated>
        </label>{" "}
        <span id={`${id}-day`}>
          <Day step={step} />
        </span>
        {fault && <Fault>{fault}</Fault>}
      </div>
    </li>
  );
}

function Day({ step }: { step: StepView }) {
  const due = step.due ? t("web_account_step_due", { day: step.due }) : t("web_account_step_undated");
  return <span className="soft small nowrap">{step.done ? t("web_account_step_done", { day: step.done }) : due}</span>;
}
