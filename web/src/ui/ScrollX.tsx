// Holds what may be wider than the page: it scrolls by touch, mouse and keyboard, and has a name for screen readers.
import type { ReactNode } from "react";

export function ScrollX({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="scroll-x" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
