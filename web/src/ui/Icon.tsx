// Small line drawings; always beside words or a label, never alone.

const PATHS = {
  start: "M4 11l8-7 8 7M6 10v9h12v-9",
  chat: "M4 5h16v11H10l-5 4v-4H4z",
  scenarios: "M5 4h6v16H5zM13 6l5-1.4L22 19l-5 1.4z",
  accounts: "M4 20V8l8-4 8 4v12M9 20v-5h6v5M8 11h1M12 11h1M16 11h.5",
  progress: "M4 19h16M6 16l4-5 4 3 5-8",
  review: "M6 3h9l4 4v14H6zM9 12h7M9 16h5M14 3v5h5",
  methodology: "M12 6c-2-2-5-2-8-2v14c3 0 6 0 8 2 2-2 5-2 8-2V4c-3 0-6 0-8 2zM12 6v14",
  team: "M8 11a3 3 0 100-6 3 3 0 000 6zM2.5 19c.5-4 3-5 5.500-5s5 1 5.500 5M16 11a2.500 2.500 0 100-5M16 14c3 0 5 1.500 5.500 5",
  menu: "M4 7h16M4 12h16M4 17h16",
  close: "M6 6l12 12M18 6L6 18",
  send: "M12 19V6M6 11l6-6 6 6",
  back: "M9 7l-5 5 5 5M4 12h10a5 5 0 010 10h-2",
  down: "M12 5v13M6 13l6 6 6-6",
  drop: "M12 4v11M7 10l5 5 5-5M4 20h16",
  panel: "M4 5h16v14H4zM14 5v14",
  sun: "M12 8a4 4 0 100 8 4 4 0 000-8zM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M5 19l2-2M17 7l2-2",
  moon: "M20 14.500A8.500 8.500 0 119.500 4 7 7 0 0020 14.500z",
  system: "M4 5h16v11H4zM9 20h6M12 16v4",
  out: "M14 4h6v16h-6M10 8l-4 4 4 4M6 12h10",
  why: "M12 21a9 9 0 100-18 9 9 0 000 18zM9.500 9.500c.3-3.500 5.500-3 5 .2-.3 1.800-2.500 2-2.500 3.800M12 17v.2",
  check: "M5 12.500l4.500 4.500L19 7",
  todo: "M12 19a7 7 0 100-14 7 7 0 000 14z",
  now: "M12 19a7 7 0 100-14 7 7 0 000 14zM12 14a2 2 0 100-4 2 2 0 000 4z",
  calendar: "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4",
  drill: "M12 21a9 9 0 100-18 9 9 0 000 18zM12 16a4 4 0 100-8 4 4 0 000 8zM12 12v.2",
  person: "M12 12a4 4 0 100-8 4 4 0 000 8zM4 21c.5-5 4-7 8-7s7.500 2 8 7",
} as const;
export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
