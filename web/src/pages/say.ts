// Sends a text to the conversation and goes there.
export { say } from "../chat/useChat";
