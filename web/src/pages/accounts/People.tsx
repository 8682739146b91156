// The people of an account: where each stands, what it rests on, and what would move them one step.

import { StanceShape } from "../../panel/StanceShape";
import { useNameOf } from "../../person";
import { Dated } from "../../ui/Dated";
import { Why } from "../../why/Why";
import { t } from "../../words";
import { Forget } from "./Forget";
import { AddContact, AddStance, EditContact } from "./forms";
import type { AccountView, PersonView, Sign } from "./shapes";
import { forgetContact } from "./write";

type Props = { account: AccountView; onChanged: () => void };

export function People({ account, onChanged }: Props) {
  return (
    <section aria-labelledby="people-title">
      <header className="section-head">
        <h2 id="people-title">{t("web_account_people")}</h2>
        {account.may_write && <AddContact account={account.id} onChanged={onChanged} />}
      </header>
      {account.people.length === 0 && <p className="soft">{t("web_account_nobody")}</p>}
      <ul className="persons">
        {account.people.map((one) => (
          <Person key={one.id} one={one} account={account} onChanged={onChanged} />
        ))}
      </ul>
    </section>
  );
}

function Person({ one, account, onChanged }: Props & { one: PersonView }) {
  return (
    <li className="card person">
      <header className="person-head">
        <div>
          <h3>{one.name}</h3>
          <p className="soft small">{[one.title, one.role_name].filter(Boolean).join(" · ")}</p>
          <Reach one={one} />
        </div>
        <p className="stance-words">
          <StanceShape stance={one.stance} />
          <span>
            <strong>{one.stance_name}</strong>
            <span className="soft small">{[sureOf(one), one.trend_name].filter(Boolean).join(" · ")}</span>
          </span>
        </p>
      </header>
      {one.advice && <p>{one.advice}</p>}
      {one.needed && <p className="small">{one.needed}</p>}
      <details>
        <summary>{t("web_person_ledger", { count: one.supporting.length + one.against.length })}</summary>
        <Signs title={t("web_person_for")} signs={one.supporting} />
        <Signs title={t("web_person_against")} signs={one.against} />
        {one.change && (
          <p className="small soft">
            <Dated>{one.change}</Dated>
          </p>
        )}
      </details>
      {account.may_write && (
        <div className="row">
          <AddStance account={account} person={one} onChanged={onChanged} />
          <EditContact account={account.id} person={one} onChanged={onChanged} />
          {account.mine && (
            <Forget
              name={one.name}
              lead={t("web_forget_person_lead")}
              look="plain"
              label={t("web_forget_of", { name: one.name })}
              onSend={(confirmed) => forgetContact(account.id, one.id, confirmed).then(onChanged)}
            />
          )}
        </div>
      )}
    </li>
  );
}

function sureOf({ stance, confidence }: PersonView): string {
  return stance === "unknown" ? "" : t("web_person_sure", { percent: Math.round(confidence * 100) });
}

function Signs({ title, signs }: { title: string; signs: Sign[] }) {
  const nameOf = useNameOf();
  if (signs.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul className="signs">
        {signs.map((sign) => (
          <li key={`${sign.day}:${sign.label_name}:${sign.quote}`}>
            {sign.quote && (
              <Why ask={sign.why}>
                <q>{sign.quote}</q>
              </Why>
            )}{" "}
            <span className="soft small">
              <Dated>
                {t("web_sign", {
                  day: sign.day,
                  label: sign.label_name,
                  grade: sign.grade_name,
                  who: nameOf(sign.who),
                })}
              </Dated>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** How to reach somebody, to be pressed on a phone, and how much they count. */
function Reach({ one: { email, phone, influence } }: { one: PersonView }) {
  const number = phone.replace(/[^+\d]/g, "");
  return (
    <p className="reach small soft">
      {email &&
        (email.includes("@") ? (
          <a href={`mailto:${encodeURIComponent(email).replaceAll("%40", "@")}`}>{email}</a>
        ) : (
          <span>{email}</span>
        ))}
      {phone && (number ? <a href={`tel:${number}`}>{phone}</a> : <span>{phone}</span>)}
      {influence !== null && <span>{t("web_person_influence", { influence })}</span>}
    </p>
  );
}
