// Where to go from here: go on, or begin one of four things; what is due stands first.
import type { ReactNode } from "react";
import { prefill } from "../chat/draft";
import type { Mode } from "../chat/shapes";
import { dateOf } from "../chat/times";
import { say } from "../chat/useChat";
import { go, href } from "../route";
import { Button } from "../ui/Button";
import { Dated } from "../ui/Dated";
import { Icon, type IconName } from "../ui/Icon";
import { Fault, Loading } from "../ui/Notice";
import { Page } from "../ui/Page";
import { useAnswer } from "../useAnswer";
import { t, useLang } from "../words";
import "../style/start.css";

type StartData = {
  /** `send` is what takes it up again; null when it goes on by itself. */
  continue: { mode: Mode; about: string | null; send: string | null } | null;
  visits: { account: string; account_id: string | null; when: string; send: string }[];
  due_drill: { id: string; name: string; about?: string; send: string } | null;
  gaps: { account: string; account_id: string | null; text: string }[];
  /** The word that leaves a rehearsal or a drill. */
  leave: string;
  example_sends: { interview: string; rehearse: string; drill: string; visit: string };
};

export default function Start() {
  const { data, fault, retry } = useAnswer<StartData>("/api/start");
  return (
    <Page title={t("web_start_title")} lead={t("web_start_lead")}>
      {fault && <Fault again={retry}>{fault}</Fault>}
      {!data && !fault && <Loading />}
      {data && <Doors data={data} />}
    </Page>
  );
}

/** Say `text`; a rehearsal or a drill that goes on is left before, else its buyer would be told. */
function begin(data: StartData, text: string | null): void {
  const { continue: left, leave } = data;
  if (left && left.mode !== "interview" && left.send === null) say(leave);
  if (text) say(text);
  else go("chat");
}

function Doors({ data }: { data: StartData }) {
  const { example_sends: sends } = data;
  return (
    <>
      {data.continue && <Continue left={data.continue} />}
      <div className="doors">
        <Door
          icon="chat"
          name="interview"
          onOpen={() => begin(data, data.continue?.mode === "interview" ? sends.interview : null)}
        />
        <Door icon="scenarios" name="rehearse" onOpen={() => go("scenarios")} />
        <Door icon="drill" name="drill" onOpen={() => begin(data, data.due_drill?.send ?? sends.drill)}>
          {data.due_drill && <span className="due">{t("web_start_due", { name: data.due_drill.name })}</span>}
        </Door>
        <Door icon="calendar" name="visit" onOpen={() => visit(data)} />
      </div>
      <Visits data={data} />
      <Gaps gaps={data.gaps} />
    </>
  );
}

function Continue({ left }: { left: NonNullable<StartData["continue"]> }) {
  const { send } = left;
  return (
    <section className="card continue" aria-labelledby="continue">
      <div>
        <h2 id="continue">{t("web_start_continue")}</h2>
        <p className="soft">{t(`web_start_left_${left.mode}`, { about: left.about ?? "" })}</p>
      </div>
      <Button look="main" icon="chat" onPress={() => (send ? say(send) : go("chat"))}>
        {t("web_start_go_on")}
      </Button>
    </section>
  );
}

type DoorProps = { icon: IconName; name: string; onOpen: () => void; children?: ReactNode };

function Door({ icon, name, onOpen, children }: DoorProps) {
  return (
    <button type="button" className="door" onClick={onOpen}>
      <span className="door-icon">
        <Icon name={icon} />
      </span>
      <span className="door-name">{t(`web_door_${name}`)}</span>
      <span className="soft small">{t(`web_door_${name}_lead`)}</span>
      {children}
    </button>
  );
}

/** A visit needs a name and a time, so the sentence stands in the composer to be finished. */
function visit(data: StartData): void {
  begin(data, null);
  prefill(data.example_sends.visit);
}

function Visits({ data }: { data: StartData }) {
  const { visits } = data;
  const lang = useLang();
  if (visits.length === 0) return null;
  return (
    <section className="card" aria-labelledby="visits">
      <h2 id="visits">{t("web_start_visits")}</h2>
      <ul className="plain-list">
        {visits.map(({ account, account_id: id, when, send }) => (
          <li key={account + when}>
            <span>
              <strong>{dateOf(when, lang)}</strong> {id ? <a href={href("account", id)}>{account}</a> : account}
            </span>
            <Button onPress={() => begin(data, send)}>{t("web_start_prepare")}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Gaps({ gaps }: { gaps: StartData["gaps"] }) {
  if (gaps.length === 0) return null;
  return (
    <section className="card" aria-labelledby="gaps">
      <h2 id="gaps">{t("web_start_gaps")}</h2>
      <ul className="plain-list">
        {gaps.map(({ account, account_id: id, text }) => (
          <li key={account + text}>
            <span>
              {id ? <a href={href("account", id)}>{account}</a> : account}{" "}
              <span className="soft">
                <Dated>{text}</Dated>
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
