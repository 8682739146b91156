// Holds what may be wider than the page: it scrolls by touch, mouse and keyboard, and has a name for screen readers.
// Where something is out of sight, that side fades and a line says so.
import { type ReactNode, useEffect, useRef, useState } from "react";
import { t } from "../words";

type Hidden = { before: boolean; after: boolean };

export function ScrollX({ label, children }: { label: string; children: ReactNode }) {
  const scrolled = useRef<HTMLElement>(null);
  const [hidden, setHidden] = useState<Hidden>({ before: false, after: false });
  useEffect(() => {
    const box = scrolled.current;
    if (!box) return;
    const look = () => setHidden((last) => same(last, hiddenOf(box)));
    const sizes = new ResizeObserver(look);
    for (const one of [box, ...box.children]) sizes.observe(one);
    box.addEventListener("scroll", look, { passive: true });
    return () => {
      sizes.disconnect();
      box.removeEventListener("scroll", look);
    };
  }, []);
  const wide = hidden.before || hidden.after;
  return (
    <div className="scroll-frame">
      <div className={["scroll-sides", hidden.before && "before", hidden.after && "after"].filter(Boolean).join(" ")}>
        <section className="scroll-x" tabIndex={wide ? 0 : undefined} aria-label={label} ref={scrolled}>
          {children}
        </section>
      </div>
      {wide && <p className="scroll-hint small soft">{t("web_scroll_hint")}</p>}
    </div>
  );
}

function hiddenOf(box: HTMLElement): Hidden {
  const rest = box.scrollWidth - box.clientWidth;
  return { before: box.scrollLeft > 1, after: rest - box.scrollLeft > 1 };
}

/** The value of before when nothing changed, so that nothing is drawn anew. */
function same(last: Hidden, now: Hidden): Hidden {
  return last.before === now.before && last.after === now.after ? last : now;
}
