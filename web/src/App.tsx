// The frame of all pages: navigation, the page itself, and a dialog when the sign-in has ended.
import { lazy, Suspense, useEffect, useState } from "react";
import { onSignedOut } from "./api";
import { Chat as Conversation } from "./chat/Chat";
import { ChatContext, share } from "./chat/useChat";
import { Navigation } from "./Navigation";
import Chat from "./pages/Chat";
import Start from "./pages/Start";
import { type Person, PersonContext } from "./person";
import { type Route, useRoute } from "./route";
import { signIn } from "./SignedOut";
import { Button } from "./ui/Button";
import { Dialog } from "./ui/Dialog";
import { Loading } from "./ui/Notice";
import { t, useLang } from "./words";

const Scenarios = lazy(() => import("./pages/Scenarios"));
const Accounts = lazy(() => import("./pages/Accounts"));
const Account = lazy(() => import("./pages/Account"));
const Progress = lazy(() => import("./pages/Progress"));
const Result = lazy(() => import("./pages/Result"));
const Review = lazy(() => import("./pages/Review"));
const Methodology = lazy(() => import("./pages/Methodology"));
const Team = lazy(() => import("./pages/Team"));

export function App({ person }: { person: Person }) {
  useLang();
  const route = useRoute();
  const [expired, setExpired] = useState(false);
  const [chat] = useState(() => new Conversation(person.user));
  useEffect(() => share(chat), [chat]);
  useEffect(() => onSignedOut(() => setExpired(true)), []);
  useEffect(() => {
    document.title = `${titleOf(route)} – ${t("web_name")}`;
  });
  return (
    <PersonContext value={person}>
      <ChatContext value={chat}>
        <div className="shell">
          <button type="button" className="skip" onClick={() => document.getElementById("main")?.focus()}>
            {t("web_skip")}
          </button>
          <Navigation page={route.page} />
          <main id="main" tabIndex={-1} className={route.page === "chat" ? "main whole" : "main"}>
            <Suspense fallback={<Loading />}>
              <PageOf route={route} />
            </Suspense>
          </main>
        </div>
        <Dialog title={t("web_expired")} open={expired} onClose={() => setExpired(false)}>
          <p>{t("web_expired_lead")}</p>
          <Button look="main" onPress={signIn}>
            {t("web_sign_in")}
          </Button>
        </Dialog>
      </ChatContext>
    </PersonContext>
  );
}

function titleOf(route: Route): string {
  const named: Partial<Record<Route["page"], string>> = { account: "accounts", result: "progress" };
  return t(`web_nav_${named[route.page] ?? route.page}`);
}

function PageOf({ route: { page, id } }: { route: Route }) {
  switch (page) {
    case "chat":
      return <Chat />;
    case "scenarios":
      return <Scenarios />;
    case "accounts":
      return <Accounts />;
    case "account":
      return id === null ? <Accounts /> : <Account key={id} id={id} />;
    case "progress":
      return <Progress />;
    case "result":
      return id === null ? <Progress /> : <Result key={id} id={id} />;
    case "review":
      return <Review />;
    case "methodology":
      return <Methodology />;
    case "team":
      return <Team />;
    default:
      return <Start />;
  }
}
