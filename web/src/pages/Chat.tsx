// The conversation on the left, and beside it what has come of it so far; on a phone that is a drawer.
import { type DragEvent, useEffect, useState } from "react";
import { Composer } from "../chat/Composer";
import { prefill } from "../chat/draft";
import { LinkState } from "../chat/LinkState";
import { Messages } from "../chat/Messages";
import { QuickReplies } from "../chat/QuickReplies";
import { useChat, useView } from "../chat/useChat";
import { giveFile } from "../handoff";
import { hasKeyboard, useMediaPanel } from "../media";
import { Panel } from "../panel/Panel";
import { go } from "../route";
import { IconButton } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { t, useLang } from "../words";
import "../chat/chat.css";
import "../panel/panel.css";
import "../panel/iceberg.css";
import "../panel/rehearsal.css";
import "./judged/judged.css";

export default function Chat() {
  const chat = useChat();
  const view = useView();
  const beside = useMediaPanel();
  const lang = useLang();
  const [open, setOpen] = useState(false);
  const [over, setOver] = useState(false);
  useEffect(() => chat.watch(), [chat]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another language is asked for anew
  useEffect(() => {
    if (chat.get().loaded) void chat.refresh().catch(() => {});
  }, [chat, lang]);

  const said = view.pending.length > 0;
  useEffect(() => {
    if (said) setOpen(false); // what was begun from the drawer goes on in the conversation
  }, [said]);

  const reply = (text: string) => {
    chat.send(text);
    if (hasKeyboard()) document.getElementById("composer")?.focus(); // the replies change: none may take the focus along
  };
  const takeBack = (text: string) => {
    chat.send(t("web_send_back"));
    prefill(text);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only for the mouse; the page "review" takes files by keyboard
    <div
      className={over ? "talk over" : "talk"}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => event.currentTarget.contains(event.relatedTarget as Node | null) || setOver(false)}
      onDrop={(event) => {
        setOver(false);
        review(event);
      }}
    >
      <div className="talk-main">
        <header className="talk-head">
          <h1>{titleOf(view.panel)}</h1>
          {!beside && <IconButton icon="panel" label={t("web_panel_open")} onPress={() => setOpen(true)} />}
        </header>
        <LinkState view={view} />
        <Messages
          view={view}
          onTakeBack={view.panel?.rehearsal?.can_take_back && view.panel.mode === "rehearsal" ? takeBack : null}
          onEdit={prefill}
        />
        <div className="talk-foot">
          <QuickReplies view={view} onSay={reply} />
          <Composer asks={asksOf(view.panel)} onSend={(text) => chat.send(text)} />
        </div>
      </div>
      {beside && (
        <aside className="panel" aria-label={t("web_panel")}>
          <Panel panel={view.panel} />
        </aside>
      )}
      {!beside && (
        <Dialog title={t("web_panel")} open={open} onClose={() => setOpen(false)} look="drawer">
          <Panel panel={view.panel} />
        </Dialog>
      )}
      {over && <p className="drop-here">{t("web_drop")}</p>}
    </div>
  );
}

/** A file that is dropped on the conversation is a call to be reviewed. */
function review(event: DragEvent): void {
  const file = event.dataTransfer.files[0];
  if (!file) return;
  event.preventDefault();
  giveFile(file);
  go("review");
}

function titleOf(panel: ReturnType<typeof useView>["panel"]): string {
  if (panel?.mode === "rehearsal" && panel.rehearsal) return panel.rehearsal.name;
  if (panel?.mode === "drill" && panel.drill) return t("web_drill", { name: panel.drill.name });
  return panel?.account?.name ?? t("web_nav_chat");
}

function asksOf(panel: ReturnType<typeof useView>["panel"]): string {
  if (panel?.mode === "rehearsal" && panel.rehearsal) return t("web_write_to", { name: panel.rehearsal.person });
  return t(panel?.mode === "drill" ? "web_write_drill" : "web_write");
}
