// What the page tells about itself: a fault, that something is loading, that there is nothing yet.
import type { ReactNode } from "react";
import { t } from "../words";
import { Button } from "./Button";
import { Dated } from "./Dated";

export function Fault({ children, again }: { children: ReactNode; again?: () => void }) {
  return (
    <div className="notice fault" role="alert">
      <p>{typeof children === "string" ? <Dated>{children}</Dated> : children}</p>
      {again && <Button onPress={again}>{t("web_again")}</Button>}
    </div>
  );
}

export function Info({ children }: { children: ReactNode }) {
  return <div className="notice info">{children}</div>;
}

export function Loading() {
  return (
    <p className="loading" role="status">
      {t("web_loading")}
    </p>
  );
}

/** An empty place that says what will stand here and how to get it there. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}
