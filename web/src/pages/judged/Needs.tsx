// The needs from the water line down: who said what, and what was missed.

import { Dated } from "../../ui/Dated";
import { Icon } from "../../ui/Icon";
import { t } from "../../words";
import { LineLink } from "./LineLinks";
import type { Level, Need } from "./shapes";

const LEVELS: Level[] = ["surface", "latent", "deep"];

export function Needs({ needs }: { needs: readonly Need[] }) {
  return (
    <section className="needs" aria-labelledby="needs-title">
      <h2 id="needs-title" className="section-title">
        {t("web_needs")}
      </h2>
      {needs.length === 0 && <p className="soft">{t("web_needs_none")}</p>}
      <div className="depths">
        {LEVELS.map((level) => {
          const here = needs.filter((need) => need.level === level);
          if (here.length === 0) return null;
          return (
            <div key={level} className={`depth ${level}`}>
              <h3>{here[0]?.name}</h3>
              <ul>
                {here.map((need) => (
                  <NeedRow key={need.id} need={need} />
                ))}
              </ul>
            </div>
          );
        })}
      </div>
    </section>
  );
}

function NeedRow({ need }: { need: Need }) {
  return (
    <li>
      <Icon name={need.found && need.followed !== null ? "check" : "todo"} />
      <div>
        {need.said && (
          <p>
            <q>
              <Dated>{need.said}</Dated>
            </q>{" "}
            {need.turn !== null && <LineLink number={need.turn} />}
          </p>
        )}
        {!need.found && (
          <p>
            {need.why_name ? t("web_need_missed_why", { why: need.why_name }) : t("web_need_missed")}{" "}
            {need.chance != null && <LineLink number={need.chance} />}
          </p>
        )}
        {need.followed === null && <p className="small">{t("web_need_let_go")}</p>}
        {need.followed != null && (
          <p className="small soft">
            {t("web_need_followed")} <LineLink number={need.followed} />
          </p>
        )}
        {need.ask && need.followed == null && <p className="small soft">{t("web_need_ask", { ask: need.ask })}</p>}
      </div>
    </li>
  );
}
