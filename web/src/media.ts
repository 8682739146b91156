// Whether there is room beside the page; the same width as in style/shell.css.
import { useSyncExternalStore } from "react";

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (then) => {
      const media = matchMedia(query);
      media.addEventListener("change", then);
      return () => media.removeEventListener("change", then);
    },
    () => matchMedia(query).matches,
  );
}

/** Wide enough for the navigation beside the page. */
export const useMediaWide = (): boolean => useMedia("(min-width: 60rem)");

/** Wide enough for the panel beside the chat. */
export const useMediaPanel = (): boolean => useMedia("(min-width: 64rem)");

/** Wide enough for fields beside each other. */
export const useMediaRoomy = (): boolean => useMedia("(min-width: 40rem)");

/** Whether the system is dark: for what draws on a canvas. */
export const useMediaDark = (): boolean => useMedia("(prefers-color-scheme: dark)");

/** Whether focus in a field brings up no keyboard over half of the screen. */
export const hasKeyboard = (): boolean => matchMedia("(hover: hover)").matches;
