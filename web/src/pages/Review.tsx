// The review of a real call: a file or pasted text goes to the server, its judgement comes back.
import { useEffect, useRef, useState } from "react";
import { upload } from "../api";
import { newId } from "../chat/outbox";
import { takeFile } from "../handoff";
import { Button } from "../ui/Button";
import { Fault, Info } from "../ui/Notice";
import { Page } from "../ui/Page";
import { faultWords } from "../useAnswer";
import { t } from "../words";
import { Choose } from "./review/Choose";
import { faultOf, sizeOf } from "./review/checkFile";
import { Reviewed } from "./review/Reviewed";
import { Reviewing } from "./review/Reviewing";
import type { Review as Judged } from "./review/shapes";
import "./judged/judged.css";
import "./review/review.css";

export default function Review() {
  const [file, setFile] = useState<File | null>(null);
  const [judged, setJudged] = useState<Judged | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [id, setId] = useState("");
  const [pasted, setPasted] = useState(""); // stays when it could not be judged, to be mended
  const stopping = useRef<AbortController | null>(null);
  useEffect(() => () => stopping.current?.abort(), []);

  const review = async (chosen: File) => {
    setFile(chosen);
    setJudged(null);
    const wrong = faultOf(chosen);
    if (wrong) return setFault(t(`web_review_${wrong}`, { name: chosen.name, size: sizeOf(chosen.size) }));
    stopping.current?.abort();
    const stop = new AbortController();
    stopping.current = stop;
    const made = newId();
    setId(made);
    setFault(null);
    setBusy(true);
    try {
      setJudged(await upload<Judged>(`/api/review?id=${made}`, chosen, { signal: stop.signal }));
    } catch (error) {
      if (!stop.signal.aborted) setFault(faultWords(error));
    } finally {
      if (stopping.current === stop) setBusy(false);
    }
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, with what was dropped on the conversation
  useEffect(() => {
    const dropped = takeFile();
    if (dropped) void review(dropped);
  }, []);

  const again = () => {
    setJudged(null);
    setFault(null);
    setFile(null);
    setPasted("");
  };
  return (
    <Page
      title={t("web_nav_review")}
      lead={t("web_review_lead")}
      actions={judged && <Button onPress={again}>{t("web_review_another")}</Button>}
    >
      {fault && <Fault>{fault}</Fault>}
      {!judged && !busy && (
        <Choose
          text={pasted}
          onText={setPasted}
          onChoose={review}
          onMany={() => setFault(t("web_review_many"))}
          onKind={() => setFault(t("web_review_none"))}
        />
      )}
      {busy && <Reviewing id={id} name={file?.name ?? ""} onStop={() => stopping.current?.abort()} />}
      {judged && <Reviewed review={judged} name={file?.name ?? ""} />}
      {!judged && !busy && <Info>{t("web_review_private")}</Info>}
    </Page>
  );
}
