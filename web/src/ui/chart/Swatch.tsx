// A piece of a chart's line, for its name beside it.
import type { Look } from "./looks";

export function Swatch({ look }: { look: Look }) {
  const name = look.colour.replace("--oi-", "");
  return (
    <svg className={`swatch ${name}`} viewBox="0 0 36 10" aria-hidden="true" focusable="false">
      <line x1="1" y1="5" x2="35" y2="5" strokeDasharray={look.dash.join(" ") || undefined} />
    </svg>
  );
}
