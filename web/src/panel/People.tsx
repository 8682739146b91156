// Who decides with whom, where they stand, and what to do next about each.
import type { Someone } from "../chat/shapes";
import { Why } from "../why/Why";
import { t } from "../words";
import { Section } from "./Section";
import { StanceShape } from "./StanceShape";

export function People({ people }: { people: Someone[] }) {
  if (people.length === 0) return null;
  return (
    <Section title={t("web_people")}>
      <ul className="people">
        {people.map((one) => (
          <Person key={one.id} one={one} />
        ))}
      </ul>
    </Section>
  );
}

function Person({ one }: { one: Someone }) {
  return (
    <li>
      <StanceShape stance={one.stance} />
      <div>
        <p>
          <strong>{one.name}</strong> {one.title && <span className="soft">{one.title}</span>}
        </p>
        <p className="small">
          {one.role_name && <span>{one.role_name} · </span>}
          <Why ask={one.why}>{one.stance_name}</Why>
        </p>
        {one.quote && (
          <p className="small soft">
            <q>{one.quote}</q>
          </p>
        )}
        {one.advice && <p className="small advice">{one.advice}</p>}
      </div>
    </li>
  );
}
