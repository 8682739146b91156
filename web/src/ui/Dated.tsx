// Words in which a day, and the time behind it, stays on one line: browsers break 2026-12-01 at its strokes.
import { createElement, Fragment } from "react";

const DAY = /(\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2})?)/;

export function Dated({ children }: { children: string }) {
  const pieces = children.split(DAY);
  if (pieces.length === 1) return children;
  return createElement(Fragment, null, ...pieces.map((piece, index) => (index % 2 ? day(piece) : piece)));
}

function day(text: string) {
  return <span className="nowrap">{text}</span>;
}
