// Replies that fit now, one press each.
import { Button as AriaButton } from "react-aria-components";
import { lang, t } from "../words";
import type { View } from "./Chat";

type Props = { view: View; onSay: (text: string) => void };

export function QuickReplies({ view, onSay }: Props) {
  const { panel, turns } = view;
  const spoken = turns[turns.length - 1]?.lang;
  const other = panel?.mode === "interview" && spoken !== undefined && spoken !== lang();
  const choices = panel?.choices ?? [];
  if (!choices.length && !other) return null;
  return (
    <ul className="quick" aria-label={t("web_quick")}>
      {other && <Reply say={t("web_speak_so")} send={t("web_send_speak_so")} onSay={onSay} />}
      {choices.map(({ say, send }) => (
        <Reply key={send} say={say} send={send} onSay={onSay} />
      ))}
    </ul>
  );
}

function Reply({ say, send, onSay }: { say: string; send: string; onSay: (text: string) => void }) {
  return (
    <li>
      <AriaButton className="reply" onPress={() => onSay(send)}>
        {say}
      </AriaButton>
    </li>
  );
}
