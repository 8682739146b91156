// The conversation, and beside it what has come of it so far.
import { t } from "../words";

export default function Chat() {
  return <h1>{t("web_nav_chat")}</h1>;
}
