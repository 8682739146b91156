// Somebody else saved the file meanwhile: both versions, line by line, and what to do. Nothing is lost either way.
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { t } from "../../words";
import { compare, type Row } from "./merge";
import type { Stored } from "./shapes";

type Props = {
  mine: string;
  theirs: Stored;
  onMine: (theirs: Stored) => void;
  onTheirs: (theirs: Stored) => void;
  onBoth: (theirs: Stored) => void;
};

const SIGN: Record<Row["kind"], string> = { same: " ", mine: "+", theirs: "−" };
const AROUND = 3; // lines of context

export function Conflict({ mine, theirs, onMine, onTheirs, onBoth }: Props) {
  return (
    <Dialog title={t("web_conflict_title")} open look="wide" onClose={() => onBoth(theirs)}>
      <p>{t("web_conflict_lead")}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="versions" tabIndex={0} aria-label={t("web_conflict_both")}>
        <ul className="version-list">
          {near(compare(mine, theirs.text)).map(({ row, number }) => (
            <li key={number} className={row.kind}>
              <span className="sign" aria-hidden="true">
                {SIGN[row.kind]}
              </span>
              {row.kind !== "same" && <span className="chip">{t(`web_conflict_${row.kind}`)}</span>}
              <code>{row.text}</code>
            </li>
          ))}
        </ul>
      </section>
      <div className="choices">
        <Button look="main" onPress={() => onBoth(theirs)}>
          {t("web_conflict_edit")}
        </Button>
        <Button onPress={() => onMine(theirs)}>{t("web_conflict_keep_mine")}</Button>
        <Button onPress={() => onTheirs(theirs)}>{t("web_conflict_take_theirs")}</Button>
      </div>
      <p className="small soft">{t("web_conflict_hint")}</p>
    </Dialog>
  );
}

/** The lines that differ, with some around them. */
function near(rows: readonly Row[]): { row: Row; number: number }[] {
  const changed = rows.flatMap((row, number) => (row.kind === "same" ? [] : [number]));
  return rows
    .map((row, number) => ({ row, number }))
    .filter(({ number }) => changed.some((at) => Math.abs(at - number) <= AROUND));
}
