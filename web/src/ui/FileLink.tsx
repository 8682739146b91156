// A link to a file that the server makes when it is asked: when it cannot any more, the page says why and what to do.
import { type MouseEvent, type ReactNode, useState } from "react";
import { getFile } from "../api";
import { faultWords } from "../useAnswer";
import { download } from "./download";

export function FileLink({ href, children }: { href: string; children: ReactNode }) {
  const [fault, setFault] = useState<string | null>(null);
  const load = async (event: MouseEvent) => {
    event.preventDefault(); // the browser would say of a file that is gone that its download failed, and no more
    setFault(null);
    try {
      const { name, data } = await getFile(href);
      download(name, data);
    } catch (error) {
      setFault(faultWords(error));
    }
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
