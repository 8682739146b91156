// The way to the pages; on a phone behind one button. Language, theme and person stand below it.
import { useEffect, useState } from "react";
import { keep } from "./kept";
import { useMediaWide } from "./media";
import { usePerson } from "./person";
import { href, type PageName } from "./route";
import { setTheme, type Theme, useTheme } from "./theme";
import { Button, IconButton } from "./ui/Button";
import { Icon, type IconName } from "./ui/Icon";
import { lang, setLang, t } from "./words";

const ALL: (PageName & IconName)[] = ["start", "chat", "scenarios", "accounts", "progress", "review"];
const MANAGERS: (PageName & IconName)[] = ["methodology", "team"];
const UNDER: Partial<Record<PageName, PageName>> = { account: "accounts", result: "progress" };
const NEXT: Record<Theme, Theme> = { system: "light", light: "dark", dark: "system" };
const DRAWN: Record<Theme, IconName> = { system: "system", light: "sun", dark: "moon" };

export function Navigation({ page }: { page: PageName }) {
  const wide = useMediaWide();
  const [open, setOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page closes the menu
  useEffect(() => setOpen(false), [page]);
  useEffect(() => {
    const close = (event: KeyboardEvent) => event.key === "Escape" && setOpen(false);
    addEventListener("keydown", close);
    return () => removeEventListener("keydown", close);
  }, []);
  const shown = wide || open;
  return (
    <header className="bar">
      <div className="bar-head">
        <a className="brand" href={href("start")}>
          <img src="./icon.svg" alt="" width="28" height="28" />
          {t("web_name")}
        </a>
        {!wide && (
          <IconButton
            icon={open ? "close" : "menu"}
            label={t(open ? "web_menu_close" : "web_menu_open")}
            aria-expanded={open}
            onPress={() => setOpen(!open)}
          />
        )}
      </div>
      {shown && (
        <div className="bar-body">
          <Links page={UNDER[page] ?? page} onGo={() => setOpen(false)} />
          <Settings />
        </div>
      )}
    </header>
  );
}

function Links({ page, onGo }: { page: PageName; onGo: () => void }) {
  const { manager } = usePerson();
  return (
    <nav aria-label={t("web_nav")}>
      <ul>
        {[...ALL, ...(manager ? MANAGERS : [])].map((name) => (
          <li key={name}>
            <a href={href(name)} aria-current={name === page ? "page" : undefined} onClick={onGo}>
              <Icon name={name} />
              {t(`web_nav_${name}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Settings() {
  const person = usePerson();
  const theme = useTheme();
  return (
    <div className="settings">
      <Button look="plain" onPress={() => setLang(lang() === "zh" ? "en" : "zh")}>
        <span className="letter" aria-hidden="true">
          {lang() === "zh" ? "A" : "文"}
        </span>
        <span lang={lang() === "zh" ? "en" : "zh-CN"}>{t("web_other_language")}</span>
      </Button>
      <Button look="plain" icon={DRAWN[theme]} onPress={() => setTheme(NEXT[theme])}>
        {t(`web_theme_${theme}`)}
      </Button>
      {person.sign_in !== "local" && (
        <form method="post" action="/sign_out" onSubmit={() => keep(`draft.${person.user}`, null)}>
          <p className="who">{person.name}</p>
          <Button look="plain" icon="out" type="submit">
            {t("web_sign_out")}
          </Button>
        </form>
      )}
    </div>
  );
}
