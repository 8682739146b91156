// The needs by depth: who said it, when, in which words.

import { Dated } from "../../ui/Dated";
import { Why } from "../../why/Why";
import { t } from "../../words";
import type { DepthView } from "./shapes";

export function Depths({ depths }: { depths: readonly DepthView[] }) {
  return (
    <section aria-labelledby="needs-title">
      <h2 id="needs-title">{t("web_account_needs")}</h2>
      <div className="depths">
        {depths.map(({ level, name, needs }) => (
          <div key={level} className={`depth ${level}`}>
            <h3>{name}</h3>
            {needs.length === 0 && <p className="small">{t(`web_account_no_${level}`)}</p>}
            <ul>
              {needs.map((need) => (
                <li key={need.id}>
                  <div>
                    <strong>{need.topic}</strong>{" "}
                    {need.quote && (
                      <Why ask={need.why}>
                        <q>{need.quote}</q>
                      </Why>
                    )}
                    <p className="small">
                      <Dated>{t("web_need_by", { who: need.who ?? t("web_need_nobody"), day: need.day })}</Dated>
                    </p>
                  </div>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
