// When something was said, as one writes it in the language of the page.
import type { Lang } from "../words";

const LOCALE: Record<Lang, string> = { zh: "zh-CN", en: "en-GB" };

export function timeOf(at: string, lang: Lang): string {
  return new Date(at).toLocaleTimeString(LOCALE[lang], { hour: "2-digit", minute: "2-digit" });
}

export function dayOf(at: string, lang: Lang): string {
  return new Date(at).toLocaleDateString(LOCALE[lang], { weekday: "long", month: "long", day: "numeric" });
}

export function sameDay(one: string | null, other: string): boolean {
  return one !== null && new Date(one).toDateString() === new Date(other).toDateString();
}

/** Return a date or a moment as one reads it; what is neither stays as it is. */
export function dateOf(when: string, lang: Lang): string {
  const at = new Date(when.length === 10 ? `${when}T00:00` : when);
  if (Number.isNaN(at.getTime())) return when;
  const day = at.toLocaleDateString(LOCALE[lang], { weekday: "short", month: "short", day: "numeric" });
  return when.length === 10 ? day : `${day} ${timeOf(when, lang)}`;
}
