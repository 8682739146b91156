// The buyer's trust as a plant: it grows, and it can wither. The words beside it say the same.
import type { Trust } from "../chat/shapes";

const HEIGHTS = [8, 16, 24, 34, 42];

export function TrustPicture({ level }: { level: Trust["level"] }) {
  const top = 58 - (HEIGHTS[level] ?? 8);
  return (
    <svg className={`plant level-${level}`} viewBox="0 0 64 76" aria-hidden="true" focusable="false">
      <path className="stem" d={`M32 60 C32 ${(60 + top) / 2} 30 ${(60 + top) / 2} 32 ${top}`} />
      {level >= 1 && <path className="leaf" d="M32 56 C22 56 18 50 17 45 C26 44 31 49 32 56Z" />}
      {level >= 2 && <path className="leaf" d="M32 48 C42 48 46 42 47 37 C38 36 33 41 32 48Z" />}
      {level >= 3 && <path className="leaf" d="M32 39 C22 39 18 33 17 28 C26 27 31 32 32 39Z" />}
      {level === 3 && <circle className="bud" cx="32" cy={top} r="4" />}
      {level === 4 && <Flower y={top} />}
      {level === 0 && <circle className="seed" cx="32" cy={top} r="2.5" />}
      <path className="pot" d="M18 58h28l-3 16H21z" />
    </svg>
  );
}

function Flower({ y }: { y: number }) {
  return (
    <g>
      {[0, 72, 144, 216, 288].map((turn) => (
        <circle key={turn} className="petal" cx="32" cy={y - 5} r="4" transform={`rotate(${turn} 32 ${y})`} />
      ))}
      <circle className="heart" cx="32" cy={y} r="3" />
    </g>
  );
}
