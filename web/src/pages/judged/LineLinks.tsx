// Numbers of lines that lead into the transcript.
import { Button as AriaButton } from "react-aria-components";
import { t } from "../../words";

const MOST = 12; // numbers shown; a criterion may rest on a whole long call

export function LineLinks({ lines }: { lines: readonly number[] }) {
  if (lines.length === 0) return <span aria-hidden="true">–</span>;
  return (
    <span className="line-links">
      {lines.slice(0, MOST).map((number) => (
        <LineLink key={number} number={number} />
      ))}
      {lines.length > MOST && t("web_lines_more", { count: lines.length - MOST })}
    </span>
  );
}

export function LineLink({ number }: { number: number }) {
  return (
    <AriaButton className="line-link" aria-label={t("web_line", { number })} onPress={() => showLine(number)}>
      {number}
    </AriaButton>
  );
}

export const lineId = (number: number): string => `line-${number}`;

/** Bring a line of the transcript into view, with the focus on it. */
export function showLine(number: number): void {
  const line = document.getElementById(lineId(number));
  line?.scrollIntoView({ block: "center" });
  line?.focus({ preventScroll: true });
}
