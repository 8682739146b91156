// Every word of the page, in two languages, as the server keeps them (knowledge/words/web.yml).
import { useSyncExternalStore } from "react";
import { keep, kept } from "./kept";

export type Lang = "zh" | "en";
export type Words = Record<Lang, Record<string, string>>;
type Values = Record<string, string | number>;

let words: Words = { zh: {}, en: {} };
let chosen: Lang = kept("lang") === "en" || kept("lang") === "zh" ? (kept("lang") as Lang) : preferred();
const listeners = new Set<() => void>();

function preferred(): Lang {
  return (navigator.languages ?? [navigator.language]).some((name) => /^zh\b/i.test(name)) ? "zh" : "en";
}

export const lang = (): Lang => chosen;

/** Switch the language of the page; kept for the next visit. */
export function setLang(to: Lang): void {
  chosen = to;
  keep("lang", to);
  tell();
}

/** Take in the words that the server sent. */
export function setWords(to: Words): void {
  words = to;
  tell();
}

function tell(): void {
  document.documentElement.lang = chosen === "zh" ? "zh-CN" : "en";
  for (const listener of listeners) listener();
}

/** Return the words for `key` in the language of the page, `{name}` filled from `values`. */
export function t(key: string, values: Values = {}): string {
  const said = words[chosen][key] ?? key;
  return said.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
}

/** Return the language of the page, and draw the component anew when it changes. */
export function useLang(): Lang {
  return useSyncExternalStore(listen, lang);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
