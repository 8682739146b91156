// Shown when nobody is signed in, or the sign-in has ended.
import { Button } from "./ui/Button";
import { t, useLang } from "./words";

const SIGN_IN = "/sign_in"; // a page of the server's own; it comes back here

export function SignedOut() {
  useLang();
  return (
    <main className="signed-out">
      <h1>{t("web_signed_out")}</h1>
      <p>{t("web_signed_out_lead")}</p>
      <Button look="main" onPress={signIn}>
        {t("web_sign_in")}
      </Button>
    </main>
  );
}

export function signIn(): void {
  location.assign(`${SIGN_IN}?next=${encodeURIComponent(`/${location.hash}`)}`);
}
