// How we stand, why, and where the customer is in buying.
import { Dated } from "../../ui/Dated";
import { t } from "../../words";
import { PositionMark } from "./PositionMark";
import type { AccountView } from "./shapes";

export function Position({ account }: { account: AccountView }) {
  return (
    <section className="card standing" aria-labelledby="position-title">
      <h2 id="position-title">{t("web_position")}</h2>
      <p className="big">
        <PositionMark light={account.position} name={account.position_name} />
      </p>
      <ul>
        {account.reasons.map((reason) => (
          <li key={reason}>
            <Dated>{reason}</Dated>
          </li>
        ))}
      </ul>
      {account.step?.name && (
        <p>
          <strong>{t("web_procurement")}</strong> {account.step.name}{" "}
          {account.step.why && (
            <span className="soft small">
              <Dated>{account.step.why}</Dated>
            </span>
          )}
        </p>
      )}
    </section>
  );
}
