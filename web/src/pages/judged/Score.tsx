// The score with the mark that passes, in words and as a bar.
import { Icon } from "../../ui/Icon";
import { t } from "../../words";

type Props = { score: number; passed: boolean; passMark?: number };

export function Score({ score, passed, passMark }: Props) {
  return (
    <div className={passed ? "score passed" : "score"}>
      <p className="score-number">
        <strong>{score}</strong> <span className="soft">{t("web_score_of")}</span>
      </p>
      <Bar share={score / 100} at={passMark === undefined ? undefined : passMark / 100} />
      <p className="score-words">
        <Icon name={passed ? "check" : "todo"} />
        {t(passed ? "web_score_passed" : "web_score_failed")}
        {passMark !== undefined && <span className="soft small">{t("web_score_mark", { mark: passMark })}</span>}
      </p>
    </div>
  );
}

/** A bar from 0 to 1; what it shows stands beside it in figures. `at` draws a line across. */
export function Bar({ share, at, bad = false }: { share: number; at?: number; bad?: boolean }) {
  const wide = Math.round(Math.max(0, Math.min(1, share)) * 1000) / 10;
  return (
    <svg className={bad ? "bar-of bad" : "bar-of"} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect className="bar-all" width="100" height="6" rx="1.5" />
      <rect className="bar-part" width={wide} height="6" rx="1.5" />
      {at !== undefined && <rect className="bar-at" x={at * 100 - 0.25} width="0.5" height="6" />}
    </svg>
  );
}
