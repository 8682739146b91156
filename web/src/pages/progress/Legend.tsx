// Chooses the lines of the chart, each with a piece of its line.
import { lookOf, MOST } from "../../ui/chart/looks";
import { Swatch } from "../../ui/chart/Swatch";

type Props = {
  /** What is chosen here, in words. */
  title: string;
  lines: readonly { id: string; name: string }[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

export function Legend({ title, lines, chosen, onChange }: Props) {
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id].slice(0, MOST));
  return (
    <fieldset className="legend">
      <legend className="small soft">{title}</legend>
      <div className="legend-lines">
        {lines.map((line) => {
          const at = chosen.indexOf(line.id);
          return (
            <label key={line.id} className={at >= 0 ? "chosen" : undefined}>
              <input
                type="checkbox"
                checked={at >= 0}
                disabled={at < 0 && chosen.length >= MOST}
                onChange={() => toggle(line.id)}
              />
              {at >= 0 && <Swatch look={lookOf(at)} />}
              {line.name}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
