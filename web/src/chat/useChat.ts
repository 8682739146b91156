// One conversation for the whole page, whichever of its parts is open.
import { createContext, useContext, useSyncExternalStore } from "react";
import { go } from "../route";
import type { Chat, View } from "./Chat";

export const ChatContext = createContext<Chat | null>(null);

export function useChat(): Chat {
  const chat = useContext(ChatContext);
  if (!chat) throw new Error("no conversation here");
  return chat;
}

export function useView(): View {
  const chat = useChat();
  return useSyncExternalStore(chat.listen, chat.get);
}

let shared: Chat | null = null;
export const share = (chat: Chat): void => {
  shared = chat;
};

/** Say `text` in the conversation and go there: for buttons on other pages ("start this rehearsal"). */
export function say(text: string): void {
  shared?.send(text);
  go("chat");
}
