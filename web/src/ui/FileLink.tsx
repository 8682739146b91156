// A link to a file that the server makes when it is asked: when it cannot any more, the page says why and what to do.
import type { MouseEvent, ReactNode } from "react";
import { getFile } from "../api";
import { useSend } from "../useSend";
import { download } from "./download";

export function FileLink({ href, children }: { href: string; children: ReactNode }) {
  const { fault, send } = useSend();
  const load = (event: MouseEvent) => {
    event.preventDefault(); // the browser would say of a file that is gone that its download failed, and no more
    void send(() => getFile(href).then(({ name, data }) => download(name, data)));
  };
  return (
    <>
      <a href={href} download="" onClick={load}>
        {children}
      </a>
      {fault && (
        <span className="file-fault" role="alert">
          {fault}
        </span>
      )}
    </>
  );
}
