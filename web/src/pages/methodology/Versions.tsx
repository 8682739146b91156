// What stood in the file before each edit; one of it can be put into the editor again, to be looked at and saved.
import { useState } from "react";
import { get } from "../../api";
import { timeOf } from "../../chat/times";
import { Button } from "../../ui/Button";
import { Fault } from "../../ui/Notice";
import { faultWords, useAnswer } from "../../useAnswer";
import { lang, t } from "../../words";
import type { Version } from "./shapes";

type Props = { path: string; now: string; onTake: (text: string) => void };

/** `now` is the version that is stored: after a save there is one more before it. */
export function Versions({ path, now, onTake }: Props) {
  const place = encodeURIComponent(path);
  const { data } = useAnswer<{ versions: Version[] }>(`/api/methodology/versions?path=${place}&now=${now}`);
  const [fault, setFault] = useState<string | null>(null);
  if (!data?.versions.length) return null;
  const take = ({ id }: Version) =>
    get<{ text: string }>(`/api/methodology/version?path=${place}&id=${id}`)
      .then(({ text }) => onTake(text))
      .then(() => setFault(null))
      .catch((error: unknown) => setFault(faultWords(error)));
  return (
    <details className="earlier">
      <summary>{t("web_versions", { count: data.versions.length })}</summary>
      {fault && <Fault>{fault}</Fault>}
      <ul>
        {data.versions.map((one) => (
          <li key={one.id}>
            <span>{t("web_version_until", { when: momentOf(one.until) })}</span>
            <Button aria-label={`${t("web_version_take")}: ${momentOf(one.until)}`} onPress={() => take(one)}>
              {t("web_version_take")}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Day and time here: 2026-03-02 14:05. */
function momentOf(at: string): string {
  const day = new Date(at).toLocaleDateString("sv-SE"); // the form of ISO, in the zone of this browser
  return `${day} ${timeOf(at, lang())}`;
}
