// Says kindly that the server is away, and that nothing is lost meanwhile.
import { Button } from "../ui/Button";
import { t } from "../words";
import type { View } from "./Chat";
import { useChat } from "./useChat";

export function LinkState({ view }: { view: View }) {
  const chat = useChat();
  return (
    <div role="status" className="link-state">
      {view.link === "away" && (
        <p>
          {t(view.pending.length ? "web_away_waiting" : "web_away")}
          <Button look="plain" onPress={() => chat.hurry()}>
            {t("web_again")}
          </Button>
        </p>
      )}
    </div>
  );
}
