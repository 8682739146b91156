// The judgement itself, asked from the reader on the spot.
import { useEffect, useState } from "react";
import { post } from "../api";
import { Dialog } from "../ui/Dialog";
import { Fault, Loading } from "../ui/Notice";
import { faultWords } from "../useAnswer";
import { t } from "../words";
import { marked } from "./marked";
import type { WhyAsk } from "./Why";

export type Verdict = {
  label: string;
  label_name: string;
  confidence: number;
  definition: string | null;
  rule: string | null;
  words: { start: number; end: number; text: string; rule: string }[];
  example: { text: string; place: string } | null;
  runner_up: string | null;
  runner_up_name: string | null;
  change: { without: string; label: string; label_name: string } | null;
  prose: string;
};

export function WhyDialog({ ask, onClose }: { ask: WhyAsk; onClose: () => void }) {
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const { task, text } = ask;
  useEffect(() => {
    const leaving = new AbortController();
    post<Verdict>("/api/why", { task, text }, { signal: leaving.signal })
      .then(setVerdict)
      .catch((error: unknown) => leaving.signal.aborted || setFault(faultWords(error)));
    return () => leaving.abort();
  }, [task, text]);
  return (
    <Dialog title={t("web_why_title")} open onClose={onClose}>
      {fault && <Fault>{fault}</Fault>}
      {!fault && !verdict && <Loading />}
      {verdict && <Judgement verdict={verdict} text={text} />}
    </Dialog>
  );
}

function Judgement({ verdict, text }: { verdict: Verdict; text: string }) {
  const { change } = verdict;
  return (
    <div className="judgement">
      <p className="judged">{marked(text, verdict.words)}</p>
      <dl>
        <dt>{t("web_why_label")}</dt>
        <dd>
          <strong>{verdict.label_name}</strong>{" "}
          <span className="chip">{t("web_why_confidence", { percent: Math.round(verdict.confidence * 100) })}</span>
          {verdict.definition && <p>{verdict.definition}</p>}
        </dd>
        {verdict.rule && (
          <>
            <dt>{t("web_why_rule")}</dt>
            <dd>
              <code>{verdict.rule}</code>
            </dd>
          </>
        )}
        {verdict.example && (
          <>
            <dt>{t("web_why_example")}</dt>
            <dd>
              <q>{verdict.example.text}</q>
            </dd>
          </>
        )}
        {verdict.runner_up_name && (
          <>
            <dt>{t("web_why_runner_up")}</dt>
            <dd>{verdict.runner_up_name}</dd>
          </>
        )}
        {change && (
          <>
            <dt>{t("web_why_change")}</dt>
            <dd>{t("web_why_without", { without: change.without, label: change.label_name })}</dd>
          </>
        )}
        {!change && verdict.words.length > 0 && (
          <>
            <dt>{t("web_why_change")}</dt>
            <dd>{t("web_why_steady")}</dd>
          </>
        )}
      </dl>
    </div>
  );
}
