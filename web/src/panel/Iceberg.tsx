// The iceberg: what the customer says above the water, the trouble behind it below, and what it means to them deepest.
import type { Depth, Level, Need } from "../chat/shapes";
import { Why } from "../why/Why";
import { t } from "../words";
import { Section } from "./Section";

export function Iceberg({ depths }: { depths: Depth[] }) {
  return (
    <Section title={t("web_iceberg")}>
      <div className="iceberg">
        {depths.map(({ level, name, needs }) => (
          <Layer key={level} level={level} name={name}>
            {needs.length === 0 && <p className="invitation">{t(`web_invite_${level}`)}</p>}
            {needs.map((need) => (
              <NeedChip key={need.id} need={need} />
            ))}
          </Layer>
        ))}
      </div>
    </Section>
  );
}

function NeedChip({ need }: { need: Need }) {
  return (
    <Why ask={need.why} className="need">
      <span className="need-topic">
        {need.topic}
        {need.who && <span className="need-who">{need.who}</span>}
      </span>
      <q>{need.quote}</q>
    </Why>
  );
}

/** One depth of the ice. The drawing is cut into three, so that each piece grows with what stands in it. */
export function Layer({ level, name, children }: { level: Level; name: string; children: React.ReactNode }) {
  return (
    <div className={`layer ${level}`}>
      <Ice level={level} />
      <div className="layer-body">
        <h3>{name}</h3>
        {children}
      </div>
    </div>
  );
}

const SHAPES: Record<Level, { ice: string; facet: string }> = {
  surface: {
    ice: "M50 2 L61 14 L70 34 L82 62 L90 100 L10 100 L17 70 L30 42 L38 18 Z",
    facet: "M50 2 L44 40 L52 70 L46 100 L10 100 L17 70 L30 42 L38 18 Z",
  },
  latent: {
    ice: "M8 0 L92 0 L99 38 L96 74 L91 100 L10 100 L4 72 L1 34 Z",
    facet: "M8 0 L46 0 L38 46 L47 100 L10 100 L4 72 L1 34 Z",
  },
  deep: {
    ice: "M10 0 L91 0 L84 36 L72 68 L56 94 L50 100 L43 93 L27 64 L15 32 Z",
    facet: "M10 0 L47 0 L42 42 L50 100 L43 93 L27 64 L15 32 Z",
  },
};

function Ice({ level }: { level: Level }) {
  const { ice, facet } = SHAPES[level];
  return (
    <svg className="ice" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <path className="ice-body" d={ice} />
      <path className="ice-facet" d={facet} />
    </svg>
  );
}
