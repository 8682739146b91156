// The brief before a visit, as the server writes it.
import { useEffect, useState } from "react";
import { getText } from "../api";
import { FileLink } from "../ui/FileLink";
import { Markdown } from "../ui/Markdown";
import { Fault, Loading } from "../ui/Notice";
import { faultWords } from "../useAnswer";
import { lang, t } from "../words";

export function Brief({ id }: { id: string }) {
  const [text, setText] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const path = `/api/accounts/${encodeURIComponent(id)}/brief`;
  useEffect(() => {
    getText(`${path}.md?lang=${lang()}`)
      .then(setText)
      .catch((error: unknown) => setFault(faultWords(error)));
  }, [path]);
  if (fault) return <Fault>{fault}</Fault>;
  if (text === null) return <Loading />;
  return (
    <>
      <Markdown text={text} />
      <div className="row">
        <FileLink look="quiet" icon="drop" href={`${path}.pdf?lang=${lang()}`}>
          {t("web_brief_pdf")}
        </FileLink>
      </div>
    </>
  );
}
