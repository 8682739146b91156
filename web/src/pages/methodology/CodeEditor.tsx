// The editor for YAML: CodeMirror in a shadow root, so that its styles need no exception in the security policy.
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, lintGutter, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState, type Text } from "@codemirror/state";
import { EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from "@codemirror/view";
import { type Ref, useEffect, useImperativeHandle, useRef } from "react";
import { t } from "../../words";
import { colours, look } from "./look";
import type { Problem } from "./shapes";

export type Handle = { jump: (line: number) => void; replace: (text: string) => void };
type Props = {
  text: string;
  label: string;
  problems: readonly Problem[];
  onChange: (text: string) => void;
  onSave: () => void;
  ref?: Ref<Handle>;
};

export default function CodeEditor({ text, label, problems, onChange, onSave, ref }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView | null>(null);
  const told = useRef({ onChange, onSave });
  told.current = { onChange, onSave };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is the editor's own once it is there
  useEffect(() => {
    const host = place.current as HTMLDivElement;
    const root = host.shadowRoot ?? host.attachShadow({ mode: "open", delegatesFocus: true });
    const view = new EditorView({ parent: root, root, state: stateOf(text, label, told) });
    editor.current = view;
    return () => view.destroy();
  }, [label]);

  useEffect(() => {
    const view = editor.current;
    if (view) view.dispatch(setDiagnostics(view.state, diagnostics(view.state.doc, problems)));
  }, [problems]);

  useImperativeHandle(ref, () => ({
    jump: (line) => editor.current && jump(editor.current, line),
    replace: (all) => editor.current && replace(editor.current, all),
  }));
  return <div className="code-editor" ref={place} />;
}

type Told = { current: { onChange: (text: string) => void; onSave: () => void } };

function stateOf(text: string, label: string, told: Told): EditorState {
  const save = () => {
    told.current.onSave();
    return true;
  };
  return EditorState.create({
    doc: text,
    extensions: [
      lineNumbers(),
      lintGutter(),
      history(),
      yaml(),
      indentOnInput(),
      syntaxHighlighting(colours),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      highlightSelectionMatches(),
      search({ top: true }),
      EditorView.lineWrapping,
      look,
      EditorState.phrases.of(phrases()),
      EditorView.contentAttributes.of({
        "aria-label": label,
        tabindex: "0",
        spellcheck: "false",
        autocapitalize: "off",
      }),
      // Tab leaves the editor, so that nobody is caught in it; Ctrl+] and Ctrl+[ indent.
      keymap.of([
        { key: "Mod-s", run: save, preventDefault: true },
        ...searchKeymap,
        ...historyKeymap,
        ...defaultKeymap,
      ]),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) told.current.onChange(update.state.doc.toString());
      }),
    ],
  });
}

/** The editor's own words. */
function phrases(): Record<string, string> {
  return {
    Find: t("web_editor_find"),
    Replace: t("web_editor_replace"),
    next: t("web_editor_next"),
    previous: t("web_editor_previous"),
    all: t("web_editor_all"),
    "match case": t("web_editor_case"),
    regexp: t("web_editor_regexp"),
    "by word": t("web_editor_word"),
    replace: t("web_editor_replace"),
    "replace all": t("web_editor_replace_all"),
    close: t("web_close"),
  };
}

function diagnostics(doc: Text, problems: readonly Problem[]): Diagnostic[] {
  return problems
    .filter((one) => !one.path)
    .map((one) => {
      const { from, to } = doc.line(Math.min(Math.max(1, one.line), doc.lines));
      return { from, to, severity: "error", message: one.message };
    });
}

function jump(view: EditorView, line: number): void {
  const { from } = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
  view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
  view.focus();
}

/** Put `text` in place of all; one step that can be undone. */
function replace(view: EditorView, text: string): void {
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
}
