// What was said, oldest first. A log region: a screen reader reads what comes new.
import { Fragment, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { Button } from "../ui/Button";
import { Markdown } from "../ui/Markdown";
import { Loading } from "../ui/Notice";
import { t, useLang } from "../words";
import type { Pending, View } from "./Chat";
import { Said } from "./Said";
import type { Turn } from "./shapes";
import { dayOf, sameDay, timeOf } from "./times";
import { useChat } from "./useChat";

const NEAR_PX = 120; // so close to the end counts as at the end
const ABOVE_PX = 16; // left above an answer that begins at the top

type Props = { view: View; onTakeBack: ((text: string) => void) | null; onEdit: (text: string) => void };

export function Messages({ view, onTakeBack, onEdit }: Props) {
  const { box, below, toEnd } = useFollow(view);
  const lang = useLang();
  const withdrawn = new Set(view.turns.map((turn) => turn.withdrew));
  const line = bare(view.panel?.rehearsal?.last);
  const counts = (turn: Turn) => !withdrawn.has(turn.id) && bare(turn.you) === line;
  const taken = line ? view.turns.findLast(counts) : undefined; // what "back" would take back
  let day: string | null = null;
  return (
    <div className="messages-frame">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <div className="messages" role="log" aria-label={t("web_messages")} tabIndex={0} ref={box}>
        <Older view={view} />
        {view.turns.length === 0 && view.pending.length === 0 && <Greeting lines={view.greeting} />}
        {!view.loaded && view.link === "joining" && <Loading />}
        {view.turns.map((turn) => {
          const opensDay = !sameDay(day, turn.at);
          day = turn.at;
          return (
            <Fragment key={turn.id}>
              {opensDay && <p className="day">{dayOf(turn.at, lang)}</p>}
              <Mine text={turn.you} withdrawn={withdrawn.has(turn.id)}>
                <time dateTime={turn.at}>{timeOf(turn.at, lang)}</time>
                {turn === taken && onTakeBack && view.pending.length === 0 && (
                  <Button look="plain" icon="back" onPress={() => onTakeBack(turn.you)}>
                    {t("web_take_back")}
                  </Button>
                )}
              </Mine>
              <Said turn={turn} withdrawn={withdrawn.has(turn.id)} />
            </Fragment>
          );
        })}
        {view.pending.map((one) => (
          <Sending key={one.id} message={one} away={view.link === "away"} onEdit={onEdit} />
        ))}
        {view.typing && <Typing />}
      </div>
      {below && (
        <Button look="quiet" icon="down" onPress={toEnd}>
          {t("web_to_end")}
        </Button>
      )}
    </div>
  );
}

/** The words without spaces: the server may have joined lines. */
const bare = (text: string | null | undefined): string => (text ?? "").replace(/\s+/g, "");

function Greeting({ lines }: { lines: string[] }) {
  return (
    <div className="turn theirs">
      {lines.map((line) => (
        <div key={line} className="bubble">
          <Markdown text={line} />
        </div>
      ))}
    </div>
  );
}

type MineProps = { text: string; children: ReactNode; className?: string; withdrawn?: boolean };

function Mine({ text, children, className = "", withdrawn = false }: MineProps) {
  return (
    <div className={`turn mine ${withdrawn ? "withdrawn" : className}`}>
      <div className="bubble">
        <span className="sr-only">{t("web_you")}</span>
        {withdrawn ? <del>{text}</del> : text}
      </div>
      <div className="about">
        {withdrawn && <span>{t("web_withdrawn")}</span>}
        {children}
      </div>
    </div>
  );
}

function Sending({ message, away, onEdit }: { message: Pending; away: boolean; onEdit: (text: string) => void }) {
  const chat = useChat();
  if (message.refused === undefined) {
    return (
      <Mine text={message.text} className="sending">
        {t(away ? "web_waits" : "web_sending")}
      </Mine>
    );
  }
  return (
    <Mine text={message.text} className="refused">
      <span role="alert">{message.refused || t("web_trouble")}</span>
      <Button look="plain" onPress={() => onEdit(chat.withdraw(message.id))}>
        {t("web_edit_again")}
      </Button>
    </Mine>
  );
}

function Typing() {
  return (
    <div className="typing">
      <span className="sr-only">{t("web_typing")}</span>
      <i />
      <i />
      <i />
    </div>
  );
}

function Older({ view }: { view: View }) {
  const chat = useChat();
  const [asking, setAsking] = useState(false);
  if (!view.more) return null;
  const ask = () => {
    setAsking(true);
    chat
      .older()
      .catch(() => {})
      .finally(() => setAsking(false));
  };
  return (
    <Button look="plain" onPress={ask} isDisabled={asking}>
      {t("web_older")}
    </Button>
  );
}

/** Keep the end in sight while it is in sight; what is read further up stays where it is. */
function useFollow(view: View) {
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const height = useRef(0);
  const first = useRef<number | undefined>(undefined);
  const [below, setBelow] = useState(false);
  useEffect(() => {
    const area = box.current;
    if (!area) return;
    const see = () => {
      atEnd.current = area.scrollHeight - area.scrollTop - area.clientHeight < NEAR_PX;
      setBelow(!atEnd.current);
    };
    const resized = new ResizeObserver(() => atEnd.current && showEnd(area));
    resized.observe(area);
    area.addEventListener("scroll", see, { passive: true });
    return () => {
      resized.disconnect();
      area.removeEventListener("scroll", see);
    };
  }, []);
  const saidMine = view.pending.length;
  const before = useRef(saidMine);
  useLayoutEffect(() => {
    const area = box.current;
    if (!area) return;
    const oldest = view.turns[0]?.seq;
    const grewAbove = first.current !== undefined && oldest !== undefined && oldest < first.current;
    if (grewAbove) area.scrollTop += area.scrollHeight - height.current;
    else if (atEnd.current || saidMine > before.current) showNewest(area);
    before.current = saidMine;
    first.current = oldest;
    height.current = area.scrollHeight;
  });
  return { box, below, toEnd: () => box.current && showEnd(box.current) };
}

function showEnd(area: HTMLElement): void {
  area.scrollTop = area.scrollHeight;
}

/** Show the end; of an answer that is taller than the screen its beginning, for one reads it from there. */
function showNewest(area: HTMLElement): void {
  showEnd(area);
  const answer = area.querySelector(".turn.theirs:last-child .bubble");
  if (!answer) return;
  const above = area.getBoundingClientRect().top - answer.getBoundingClientRect().top;
  if (above > 0) area.scrollTop -= above + ABOVE_PX;
}
