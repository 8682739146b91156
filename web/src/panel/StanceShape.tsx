// A stance as a shape and a colour, the same as in the pictures (coach/stances/marks.py); its word always stands beside it.
import type { Stance } from "../chat/shapes";

const SHAPES: Record<Stance, string> = {
  coach: "M12 2l2.900 6.300 6.900.7-5.100 4.600 1.400 6.800L12 17l-6.100 3.400 1.400-6.800L2.200 9l6.900-.7z",
  supporter: "M12 3a9 9 0 110 18 9 9 0 010-18z",
  neutral: "M4 4h16v16H4z",
  opponent: "M2.500 4h19L12 21z",
  enemy: "M7 3l5 5 5-5 4 4-5 5 5 5-4 4-5-5-5 5-4-4 5-5-5-5z",
  unknown: "M12 3a9 9 0 110 18 9 9 0 010-18z",
};

export function StanceShape({ stance }: { stance: Stance }) {
  return (
    <svg className={`stance ${stance}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={SHAPES[stance] ?? SHAPES.unknown} />
    </svg>
  );
}
