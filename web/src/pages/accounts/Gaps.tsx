// What is not known yet or left undone: each a reason to act.
import { Dated } from "../../ui/Dated";
import { Icon } from "../../ui/Icon";
import { t } from "../../words";

export function Gaps({ gaps }: { gaps: readonly string[] }) {
  return (
    <section className="card" aria-labelledby="gaps-title">
      <h2 id="gaps-title">{t("web_account_gaps")}</h2>
      {gaps.length === 0 && <p className="soft">{t("web_account_no_gaps")}</p>}
      <ul className="marked">
        {gaps.map((gap) => (
          <li key={gap}>
            <Icon name="todo" />
            <span>
              <Dated>{gap}</Dated>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
