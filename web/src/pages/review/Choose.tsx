// Takes the transcript: dropped, chosen, or pasted as text.
import { useState } from "react";
import { FileTrigger } from "react-aria-components";
import { Button } from "../../ui/Button";
import { TextField } from "../../ui/Fields";
import { Icon } from "../../ui/Icon";
import { t } from "../../words";
import { KINDS } from "./checkFile";
import { Drop } from "./Drop";

type Props = {
  text: string;
  onText: (text: string) => void;
  onChoose: (file: File) => void;
  onMany: () => void;
  onKind: () => void;
};

export function Choose({ text, onText, onChoose, onMany, onKind }: Props) {
  const [unfinished] = useState(text !== ""); // what could not be judged lies open to be mended
  const take = (files: File[]) => {
    if (files.length > 1) return onMany();
    return files[0] ? onChoose(files[0]) : onKind();
  };
  return (
    <>
      <Drop onFiles={take}>
        <Icon name="drop" />
        <p className="drop-words">{t("web_review_drop")}</p>
        <FileTrigger
          acceptedFileTypes={KINDS.map((kind) => `.${kind}`)}
          onSelect={(files) => files?.[0] && onChoose(files[0])}
        >
          <Button look="main">{t("web_review_choose")}</Button>
        </FileTrigger>
        <p className="small soft">{t("web_review_kinds")}</p>
      </Drop>
      <details className="card paste" open={unfinished}>
        <summary>{t("web_review_paste")}</summary>
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            onChoose(new File([text], `${t("web_review_pasted")}.txt`, { type: "text/plain" }));
          }}
        >
          <TextField
            label={t("web_review_text")}
            hint={t("web_review_text_hint")}
            lines={10}
            value={text}
            onChange={onText}
          />
          <Button type="submit" look="main" isDisabled={!text.trim()}>
            {t("web_review_send")}
          </Button>
        </form>
      </details>
    </>
  );
}
