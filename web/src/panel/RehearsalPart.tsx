// A rehearsal beside the chat: who the buyer is and how they take it; afterwards the debrief.
import type { Level, Rehearsal } from "../chat/shapes";
import { t } from "../words";
import { After } from "./After";
import { Layer } from "./Iceberg";
import { LastLine } from "./LastLine";
import { Section } from "./Section";
import { TrustPicture } from "./TrustPicture";

const LEVELS: Level[] = ["surface", "latent", "deep"];

export function RehearsalPart({ rehearsal }: { rehearsal: Rehearsal }) {
  return (
    <>
      <Buyer rehearsal={rehearsal} />
      {rehearsal.trust && (
        <Section title={t("web_trust")}>
          <div className="trust">
            <TrustPicture level={rehearsal.trust.level} />
            <div>
              <p>{rehearsal.trust.words}</p>
              {rehearsal.number > 0 && <p className="small soft">{t(`web_trend_${rehearsal.trust.trend}`)}</p>}
            </div>
          </div>
        </Section>
      )}
      {rehearsal.debrief ? <After rehearsal={rehearsal} /> : <LastLine marks={rehearsal.marks} />}
      {!rehearsal.debrief && <Found needs={rehearsal.needs} />}
    </>
  );
}

/** The first letter of the last name, not of "Mrs"; of a Chinese name the first character. */
function initialOf(name: string): string {
  return Array.from(name.trim().split(/\s+/).at(-1) ?? "")[0] ?? "";
}

function Buyer({ rehearsal }: { rehearsal: Rehearsal }) {
  return (
    <Section
      title={rehearsal.name}
      aside={<span className="chip">{rehearsal.difficulty_name ?? rehearsal.difficulty}</span>}
    >
      <div className="buyer">
        <span className="avatar" aria-hidden="true">
          {initialOf(rehearsal.person)}
        </span>
        <p>
          <strong>{rehearsal.person}</strong>
          <br />
          <span className="soft small">{t("web_buyer", { title: rehearsal.title, firm: rehearsal.firm })}</span>
        </p>
      </div>
      <p className="goal">
        <strong>{t("web_goal")}</strong> {rehearsal.goal}
      </p>
      <details open={rehearsal.number === 0 || undefined}>
        <summary>{t("web_known")}</summary>
        <p className="small">{rehearsal.situation}</p>
        <ul className="small">
          {rehearsal.known.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      </details>
    </Section>
  );
}

/** What was found stands at its depth; what was not shows only that there is something. */
function Found({ needs }: { needs: Rehearsal["needs"] }) {
  const found = needs.filter((need) => need.found).length;
  return (
    <Section title={t("web_found", { found, all: needs.length })}>
      <div className="iceberg">
        {LEVELS.map((level) => {
          const here = needs.filter((need) => need.level === level);
          return (
            <Layer key={level} level={level} name={t(`web_level_${level}`)}>
              {here.map((need, index) =>
                need.found ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: needs keep their order
                  <p key={index} className="need">
                    <q>{need.said}</q>
                  </p>
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: needs keep their order
                  <p key={index} className="invitation">
                    {t("web_not_found_yet")}
                  </p>
                ),
              )}
            </Layer>
          );
        })}
      </div>
    </Section>
  );
}
