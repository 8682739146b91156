// The account book: a list to search, each account with its position; and how to begin when it is empty.
import { useDeferredValue, useState } from "react";
import { say } from "../chat/useChat";
import { href } from "../route";
import { Button } from "../ui/Button";
import { Dated } from "../ui/Dated";
import { TextField } from "../ui/Fields";
import { Empty, Fault, Loading } from "../ui/Notice";
import { Page } from "../ui/Page";
import { useAnswer } from "../useAnswer";
import { t } from "../words";
import { NewAccount } from "./accounts/NewAccount";
import { PositionMark } from "./accounts/PositionMark";
import type { AccountLine, AccountList } from "./accounts/shapes";
import { dayOf } from "./accounts/when";
import "./accounts/accounts.css";

export default function Accounts() {
  const [text, setText] = useState("");
  const wanted = useDeferredValue(text.trim());
  const { data, fault, retry, loading } = useAnswer<AccountList>(`/api/accounts?q=${encodeURIComponent(wanted)}`);
  const nothing = data?.accounts.length === 0;
  return (
    <Page title={t("web_nav_accounts")} lead={t("web_accounts_lead")} actions={<NewAccount />}>
      {fault && <Fault again={retry}>{fault}</Fault>}
      {!(nothing && !wanted) && (
        <search>
          <TextField
            type="search"
            label={t("web_accounts_search")}
            hint={t("web_accounts_search_hint")}
            value={text}
            onChange={setText}
            maxLength={200}
          />
        </search>
      )}
      {!data && loading && <Loading />}
      {nothing && wanted && (
        <Empty title={t("web_accounts_not_found", { name: wanted })}>
          <p>{t("web_accounts_not_found_lead")}</p>
        </Empty>
      )}
      {nothing && !wanted && <Beginning />}
      {data && !nothing && <List list={data} />}
    </Page>
  );
}

function List({ list }: { list: AccountList }) {
  return (
    <>
      <p className="sr-only" role="status">
        {t("web_accounts_count", { count: list.accounts.length })}
      </p>
      <ul className="accounts">
        {list.accounts.map((one) => (
          <Row key={one.id} one={one} />
        ))}
      </ul>
      {list.more && <p className="soft">{t("web_accounts_more")}</p>}
    </>
  );
}

function Row({ one }: { one: AccountLine }) {
  return (
    <li>
      <a href={href("account", one.id)}>
        <strong>{one.name}</strong>
        <PositionMark light={one.position} name={one.position_name} />
        <span className="soft small">
          <Dated>{lastOrNext(one)}</Dated>
        </span>
      </a>
    </li>
  );
}

function lastOrNext({ next_visit: next, last_touched: last }: AccountLine): string {
  if (next) return t("web_account_next_visit", { when: next.replace("T", " ") });
  return last ? t("web_account_touched", { day: dayOf(last) }) : "";
}

/** An empty book tells how to begin. */
function Beginning() {
  return (
    <Empty title={t("web_accounts_empty")}>
      <p>{t("web_accounts_empty_lead")}</p>
      <ol>
        <li>{t("web_accounts_begin_talk")}</li>
        <li>{t("web_accounts_begin_keep")}</li>
        <li>{t("web_accounts_begin_import")}</li>
      </ol>
      <Button look="main" icon="chat" onPress={() => say(t("web_accounts_begin_say"))}>
        {t("web_accounts_begin")}
      </Button>
    </Empty>
  );
}
