// Sends a text to the conversation and goes there.
import { go } from "../route";

export function say(_text: string): void {
  go("chat");
}
