// How we stand in an account: shape, colour and word.
import type { Light } from "./shapes";
import "./position.css"; // also beside the conversation, where accounts.css is not there yet

const SHAPES: Record<Light, string> = {
  green: "M12 3a9 9 0 110 18 9 9 0 010-18z",
  amber: "M12 3l10 18H2z",
  red: "M4 4h16v16H4z",
};

export function PositionMark({ light, name }: { light: Light | null; name: string | null }) {
  if (!light) return null;
  return (
    <span className={`position ${light}`}>
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d={SHAPES[light]} />
      </svg>
      {name}
    </span>
  );
}
