// After the rehearsal: score by criterion, what was missed and how to ask for it, the annotated lines, the next drill.
import { useState } from "react";
import type { Rehearsal } from "../chat/shapes";
import { say } from "../chat/useChat";
import { Remark } from "../pages/judged/Remark";
import { Bar, Score } from "../pages/judged/Score";
import type { Debrief, Line, Need } from "../pages/judged/shapes";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { Icon } from "../ui/Icon";
import { t } from "../words";
import { Section } from "./Section";

export function After({ rehearsal }: { rehearsal: Rehearsal }) {
  const debrief = rehearsal.debrief as Debrief;
  return (
    <>
      <Points debrief={debrief} />
      {debrief.again && <Again send={debrief.again} />}
      {debrief.practise && <Practise practise={debrief.practise} />}
      <Needs needs={debrief.needs} />
      <Lines lines={debrief.lines} person={rehearsal.person} />
    </>
  );
}

function Points({ debrief }: { debrief: Debrief }) {
  return (
    <Section title={t("web_debrief_score")}>
      <Score score={debrief.score} passed={debrief.passed} passMark={debrief.pass_mark} />
      <ul className="shares">
        {debrief.criteria.map((share) => (
          <li key={share.id}>
            <span>{share.name}</span>
            <span className="soft">{t("web_debrief_share", { earned: share.earned, points: share.points })}</span>
            <Bar share={share.points ? share.earned / share.points : 0} />
          </li>
        ))}
        {debrief.faults.map((share) => (
          <li key={share.id} className="lost">
            <span>{share.name}</span>
            <span>{t("web_debrief_lost", { lost: -share.earned })}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Again({ send }: { send: string }) {
  return (
    <Button icon="back" onPress={() => say(send)}>
      {t("web_debrief_again")}
    </Button>
  );
}

function Practise({ practise }: { practise: NonNullable<Debrief["practise"]> }) {
  const { send } = practise;
  return (
    <Section title={t("web_debrief_practise")}>
      <p>
        <strong>{practise.name}</strong> {practise.advice}
      </p>
      {send && (
        <Button look="main" icon="drill" onPress={() => say(send)}>
          {t("web_debrief_drill", { name: practise.drill_name ?? practise.name })}
        </Button>
      )}
    </Section>
  );
}

function Needs({ needs }: { needs: Need[] }) {
  return (
    <Section title={t("web_debrief_needs")}>
      <ul className="debrief-needs">
        {needs.map((need) => (
          <li key={need.id} className={need.found ? "found" : "missed"}>
            <Icon name={need.found ? "check" : "todo"} />
            <div>
              <p className="small soft">
                {need.name} · {t(need.found ? "web_debrief_found" : "web_debrief_missed")}
              </p>
              {need.found && need.said && <q>{need.said}</q>}
              {!need.found && need.why_name && <p className="small">{need.why_name}</p>}
              {!need.found && need.ask && <p>{t("web_debrief_ask", { ask: need.ask })}</p>}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Lines({ lines, person }: { lines: Line[]; person: string }) {
  const [open, setOpen] = useState(false);
  return (
    <Section title={t("web_debrief_lines")}>
      <Button onPress={() => setOpen(true)}>{t("web_debrief_open_lines", { number: lines.length })}</Button>
      <Dialog title={t("web_debrief_lines")} open={open} onClose={() => setOpen(false)} look="wide">
        <ol className="annotated">
          {lines.map((line) => (
            <li key={line.number}>
              <p className="seller">
                <span className="soft small">{t("web_you")}</span> {line.seller}
              </p>
              <div className="row">
                {line.marks.map((mark) => (
                  <Remark key={mark.name + mark.rule} mark={mark} />
                ))}
              </div>
              {line.feedback.map((point) => (
                <p key={point.text} className={point.good ? "point good" : "point"}>
                  <Icon name={point.good ? "check" : "why"} />
                  {point.text}
                </p>
              ))}
              <p className="buyer-line">
                <span className="soft small">{t("web_speaker", { name: person })}</span> {line.buyer}
              </p>
            </li>
          ))}
        </ol>
      </Dialog>
    </Section>
  );
}
