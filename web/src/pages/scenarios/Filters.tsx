// What narrows the library down; on a phone only the search, and the rest behind one line.
import { useMediaRoomy } from "../../media";
import { Choice, type Option, TextField } from "../../ui/Fields";
import { t } from "../../words";
import { chosen, type State, type Wanted } from "./filter";
import type { Scenario } from "./shapes";

type Props = { scenarios: readonly Scenario[]; wanted: Wanted; onChange: (wanted: Wanted) => void };

export function Filters({ scenarios, wanted, onChange }: Props) {
  const roomy = useMediaRoomy();
  const number = chosen(wanted);
  const choices = <Choices scenarios={scenarios} wanted={wanted} onChange={onChange} />;
  return (
    <search className="filters">
      <TextField
        type="search"
        label={t("web_search")}
        value={wanted.text}
        onChange={(text) => onChange({ ...wanted, text })}
        maxLength={200}
      />
      {roomy && choices}
      {!roomy && (
        <details>
          <summary>{number ? t("web_filters_set", { number }) : t("web_filters")}</summary>
          <div className="filters">{choices}</div>
        </details>
      )}
    </search>
  );
}

function Choices({ scenarios, wanted, onChange }: Props) {
  const set = (change: Partial<Wanted>) => onChange({ ...wanted, ...change });
  return (
    <>
      <Choice
        label={t("web_filter_industry")}
        value={wanted.industry}
        onChange={(industry) => set({ industry })}
        options={options(scenarios.map((one) => ({ id: one.industry, name: one.industry })))}
      />
      <Choice
        label={t("web_filter_role")}
        value={wanted.role}
        onChange={(role) => set({ role })}
        options={options(scenarios.map((one) => ({ id: one.role, name: one.role_name })))}
      />
      <Choice
        label={t("web_filter_level")}
        value={wanted.level}
        onChange={(level) => set({ level })}
        options={options(scenarios.flatMap((one) => one.levels))}
      />
      <Choice
        label={t("web_filter_state")}
        value={wanted.state}
        onChange={(state) => set({ state: state as State })}
        options={states()}
      />
    </>
  );
}

function states(): Option[] {
  return [
    { id: "all", name: t("web_filter_any") },
    { id: "new", name: t("web_state_new") },
    { id: "open", name: t("web_state_open") },
    { id: "failed", name: t("web_state_failed") },
    { id: "passed", name: t("web_state_passed") },
  ];
}

/** "Any" and then each value once, in their first order. */
function options(all: readonly Option[]): Option[] {
  const once = new Map(all.filter((one) => one.id).map((one) => [one.id, one]));
  return [{ id: "", name: t("web_filter_any") }, ...once.values()];
}
