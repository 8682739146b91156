// A link to a file that the server makes when it is asked: when it cannot any more, the page says why and what to do.
import type { MouseEvent, ReactNode } from "react";
import { getFile } from "../api";
import { useSend } from "../useSend";
import { ButtonLink } from "./Button";
import { download } from "./download";
import type { IconName } from "./Icon";

type Props = {
  href: string;
  /** Looks like a button, where it stands among buttons. */
  look?: "quiet" | "plain";
  icon?: IconName;
  children: ReactNode;
};

export function FileLink({ href, look, icon, children }: Props) {
  const { fault, send } = useSend();
  const load = (event: MouseEvent) => {
    event.preventDefault(); // the browser would say of a file that is gone that its download failed, and no more
    void send(() => getFile(href).then(({ name, data }) => download(name, data)));
  };
  const link = { href, download: "", onClick: load };
  return (
    <>
      {look ? (
        <ButtonLink {...link} look={look} icon={icon}>
          {children}
        </ButtonLink>
      ) : (
        <a {...link}>{children}</a>
      )}
      {fault && (
        <span className="file-fault" role="alert">
          {fault}
        </span>
      )}
    </>
  );
}
