// Light or dark: as the system has it, or as chosen here.
import { useSyncExternalStore } from "react";
import { keep, kept } from "./kept";

export type Theme = "system" | "light" | "dark";

const listeners = new Set<() => void>();

export function theme(): Theme {
  const name = kept("theme");
  return name === "light" || name === "dark" ? name : "system";
}

export function setTheme(to: Theme): void {
  keep("theme", to === "system" ? null : to);
  showTheme();
  for (const listener of listeners) listener();
}

/** Mark the page with the theme; the colours stand in style/tokens.css. */
export function showTheme(): void {
  document.documentElement.dataset.theme = theme();
}

/** Whether the page is dark now: for what draws on a canvas. */
export function isDark(): boolean {
  return theme() === "dark" || (theme() === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
}

export function useTheme(): Theme {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, theme);
}
