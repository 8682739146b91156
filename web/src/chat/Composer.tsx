// Where one writes: Enter sends, Shift+Enter breaks the line, and Enter that ends a Chinese word sends nothing.
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from "react";
import { hasKeyboard } from "../media";
import { usePerson } from "../person";
import { IconButton } from "../ui/Button";
import { t } from "../words";
import { filled, onFilled, useDraft } from "./draft";

const MOST_LINES_PX = 220;
const COMPOSING = 229; // the key code of keys that belong to an input method (Safari ends the composition before)

type Props = { asks: string; onSend: (text: string) => void };

/** `asks` says what belongs here just now. */
export function Composer({ asks, onSend }: Props) {
  const [text, write] = useDraft(usePerson().user);
  const field = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    if (hasKeyboard()) field.current?.focus();
  }, []);

  useEffect(() => {
    const take = () => {
      const given = filled();
      if (!given) return;
      write(given);
      field.current?.focus();
    };
    take();
    return onFilled(take);
  }, [write]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the field grows with its text, or with what it asks for
  useLayoutEffect(() => {
    const area = field.current;
    if (!area) return;
    area.style.height = "auto";
    area.style.height = `${Math.min(area.scrollHeight + 2, MOST_LINES_PX)}px`;
  }, [text, asks]);

  const send = () => {
    if (!text.trim()) return;
    onSend(text);
    write("");
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== "Enter" || event.shiftKey) return;
    if (event.nativeEvent.isComposing || event.keyCode === COMPOSING) return;
    event.preventDefault();
    send();
  };

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label className="sr-only" htmlFor="composer">
        {asks}
      </label>
      <textarea
        id="composer"
        ref={field}
        rows={1}
        value={text}
        placeholder={asks}
        aria-describedby="composer-hint"
        enterKeyHint="send"
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <span id="composer-hint" className="sr-only">
        {t("web_write_hint")}
      </span>
      <IconButton icon="send" label={t("web_send")} type="submit" isDisabled={!text.trim()} />
    </form>
  );
}
