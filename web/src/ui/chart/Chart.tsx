// Lines over a row of results, drawn by uPlot. It is a picture for the eye: the same figures stand in a table beside it.
import { useEffect, useRef } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { useMediaDark } from "../../media";
import { isDark, useTheme } from "../../theme";
import { type Look, labelAt } from "./looks";
import "./chart.css";

export type ChartLine = { name: string; values: (number | null)[]; look: Look };
type Props = { labels: string[]; lines: ChartLine[]; onPoint: (index: number | null) => void };

const HEIGHT = 260;
const WHOLE = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]; // results are counted, so that no tick stands between two

/** Values are percent, 0 to 100; `labels` name the places on the x axis. */
export default function Chart({ labels, lines, onPoint }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const theme = useTheme();
  const systemDark = useMediaDark();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours
  useEffect(() => {
    const host = place.current as HTMLDivElement;
    const plot = new uPlot(options(host, labels, lines, onPoint), dataOf(labels, lines), host);
    const resized = new ResizeObserver(() => plot.setSize({ width: host.clientWidth, height: HEIGHT }));
    resized.observe(host);
    return () => {
      resized.disconnect();
      plot.destroy();
    };
  }, [labels, lines, onPoint, theme, systemDark]);
  return <div className={isDark() ? "chart dark" : "chart"} ref={place} aria-hidden="true" />;
}

function dataOf(labels: string[], lines: ChartLine[]): uPlot.AlignedData {
  return [labels.map((_, i) => i), ...lines.map((line) => line.values)];
}

function options(host: HTMLElement, labels: string[], lines: ChartLine[], onPoint: Props["onPoint"]): uPlot.Options {
  const colour = (name: string) => colourOf(host, name);
  const axis = { stroke: colour("--ink-soft"), font: `12px ${getComputedStyle(host).fontFamily}` };
  const grid = { stroke: colour("--line"), width: 1 };
  return {
    width: host.clientWidth,
    height: HEIGHT,
    legend: { show: false },
    cursor: { drag: { x: false, y: false }, y: false, points: { size: 9 } },
    scales: { x: { time: false, range: [-0.2, Math.max(0.2, labels.length - 0.8)] }, y: { range: [0, 104] } },
    axes: [
      {
        ...axis,
        grid: { show: false },
        ticks: grid,
        incrs: WHOLE,
        values: (_, places) => places.map((at) => labelAt(labels, at)),
      },
      {
        ...axis,
        grid,
        ticks: grid,
        size: 44,
        splits: [0, 25, 50, 75, 100],
        values: (_, v) => v.map((one) => `${one}`),
      },
    ],
    series: [
      {},
      ...lines.map(({ name, look }) => ({
        label: name,
        stroke: colour(look.colour),
        width: 2.5,
        dash: look.dash,
        spanGaps: true,
        points: { show: true, size: 7, fill: colour(look.colour) },
      })),
    ],
    hooks: { setCursor: [(plot) => onPoint(plot.cursor.idx ?? null)] },
  };
}

/** The colour that a name stands for now, in a form that a canvas knows. */
function colourOf(host: HTMLElement, name: string): string {
  const probe = host.appendChild(document.createElement("i"));
  probe.style.color = `var(${name})`;
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}
