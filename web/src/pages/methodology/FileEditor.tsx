// One file of the methodology: the editor, what is wrong with it, and saving.
import { useRef } from "react";
import { Button as AriaButton } from "react-aria-components";
import { href } from "../../route";
import { Button, ButtonLink } from "../../ui/Button";
import { Fault, Info, Loading } from "../../ui/Notice";
import { t } from "../../words";
import CodeEditor, { type Handle } from "./CodeEditor";
import { Conflict } from "./Conflict";
import { LeaveDialog } from "./LeaveDialog";
import { Problems } from "./Problems";
import { useFile } from "./useFile";
import { Versions } from "./Versions";

export default function FileEditor({ path, title }: { path: string; title: string }) {
  const file = useFile(path);
  const editor = useRef<Handle>(null);
  if (!file.stored) return file.fault ? <Fault again={file.again}>{file.fault}</Fault> : <Loading />;
  const first = file.checking ? undefined : file.problems?.find((one) => !one.path);
  return (
    <section className="file" aria-labelledby="file-title">
      <header className="file-head">
        <div>
          <h2 id="file-title">{title}</h2>
          <code>{path}</code>
        </div>
        <div className="file-actions">
          <ButtonLink look="plain" icon="back" href={href("methodology")}>
            {t("web_editor_files")}
          </ButtonLink>
          {file.dirty && (
            <Button look="plain" onPress={() => editor.current?.replace(file.stored?.text ?? "")}>
              {t("web_editor_discard")}
            </Button>
          )}
          <Button look="main" isDisabled={!file.dirty || file.saving} onPress={() => file.save()}>
            {t(file.saving ? "web_saving" : "web_save")}
          </Button>
        </div>
      </header>
      {file.fault && <Fault>{file.fault}</Fault>}
      <p className="small soft file-state">
        <span role="status">{t(state(file))}</span>
        {first && (
          <AriaButton className="to-problem" onPress={() => editor.current?.jump(first.line)}>
            {t("web_problems_first", { count: file.problems?.length ?? 0, line: first.line })}
          </AriaButton>
        )}
      </p>
      {file.restored && file.dirty && <Info>{t("web_editor_draft")}</Info>}
      <CodeEditor
        key={path}
        ref={editor}
        text={file.text}
        label={t("web_editor_label", { path })}
        problems={file.problems ?? []}
        onChange={file.edit}
        onSave={() => file.save()}
      />
      <Problems problems={file.problems} checking={file.checking} onJump={(line) => editor.current?.jump(line)} />
      <Versions path={path} now={file.stored.version} onTake={(text) => editor.current?.replace(text)} />
      <p className="small soft">{t("web_editor_keys")}</p>
      {file.conflict && (
        <Conflict
          mine={file.text}
          theirs={file.conflict}
          onMine={(theirs) => file.save(theirs)}
          onTheirs={(theirs) => {
            file.rebase(theirs);
            editor.current?.replace(theirs.text);
          }}
          onBoth={file.rebase}
        />
      )}
      <LeaveDialog dirty={file.dirty} onSave={() => file.save()} />
    </section>
  );
}

function state(file: { dirty: boolean; saving: boolean; saved: boolean }): string {
  if (file.saving) return "web_saving";
  if (file.dirty) return "web_editor_unsaved";
  return file.saved ? "web_editor_saved" : "web_editor_same";
}
