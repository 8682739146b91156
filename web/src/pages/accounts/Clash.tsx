// Both values of a field that two people changed; nothing is lost until the user chooses.
import { Button } from "../../ui/Button";
import { t } from "../../words";
import type { Clashed } from "./clash";

type Props = { clash: Clashed; label: string; onMine: () => void; onTheirs: () => void };

export function Clash({ clash, label, onMine, onTheirs }: Props) {
  return (
    <div className="notice fault clash" role="alert">
      <p>{t("web_clash_lead", { by: clash.by, field: label })}</p>
      <dl className="facts">
        <dt>{t("web_conflict_theirs")}</dt>
        <dd>{clash.shown.theirs || "–"}</dd>
        <dt>{t("web_conflict_mine")}</dt>
        <dd>{clash.shown.mine || "–"}</dd>
      </dl>
      <div className="row">
        <Button look="main" onPress={onMine}>
          {t("web_clash_mine")}
        </Button>
        <Button onPress={onTheirs}>{t("web_clash_theirs")}</Button>
      </div>
    </div>
  );
}
