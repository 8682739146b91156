// One file being edited: its stored text, the draft, what is wrong with it, saving, and what to do when it changed.
import { useCallback, useEffect, useRef, useState } from "react";
import { Fault, get, post, put } from "../../api";
import { faultWords } from "../../useAnswer";
import { useLang } from "../../words";
import { draftOf, dropDraft, keepDraft } from "./drafts";
import type { Checked, Problem, Stored } from "./shapes";

const PAUSE_MS = 600; // after the last key, before the text is checked

export type Editing = {
  stored: Stored | null;
  text: string;
  dirty: boolean;
  /** The text is a draft from before, not what is stored. */
  restored: boolean;
  problems: readonly Problem[] | null;
  checking: boolean;
  saving: boolean;
  saved: boolean;
  fault: string | null;
  conflict: Stored | null;
  edit: (text: string) => void;
  save: (over?: Stored) => Promise<boolean>;
  /** Go on from `stored`, somebody else's version, with our text. */
  rebase: (stored: Stored) => void;
  again: () => void;
};

export function useFile(path: string): Editing {
  const [stored, setStored] = useState<Stored | null>(null);
  const [text, setText] = useState("");
  const [restored, setRestored] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const [saved, setSaved] = useState(false);
  const [conflict, setConflict] = useState<Stored | null>(null);
  const [found, setFound] = useState<readonly Problem[] | null>(null);
  const [asked, setAsked] = useState(0);
  const [problems, checking] = useCheck(path, stored ? text : null, found);
  const busy = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` is there to ask anew
  useEffect(() => {
    const leaving = new AbortController();
    get<Stored>(fileAddress(path), { signal: leaving.signal })
      .then((got) => {
        const draft = draftOf(path);
        setStored(draft ? { ...got, version: draft.version } : got);
        setText(draft?.text ?? got.text);
        setRestored(draft !== null);
        setFault(null);
      })
      .catch((error: unknown) => leaving.signal.aborted || setFault(faultWords(error)));
    return () => leaving.abort();
  }, [path, asked]);

  const edit = useCallback(
    (now: string) => {
      setText(now);
      setSaved(false);
      if (!stored) return;
      if (now === stored.text) dropDraft(path);
      else keepDraft(path, { text: now, version: stored.version });
    },
    [path, stored],
  );

  const rebase = useCallback(
    (theirs: Stored) => {
      setStored(theirs);
      setConflict(null);
      if (text !== theirs.text) keepDraft(path, { text, version: theirs.version });
      else dropDraft(path);
    },
    [path, text],
  );

  const save = useCallback(
    async (over?: Stored): Promise<boolean> => {
      const from = over ?? stored;
      if (!from || busy.current) return false;
      busy.current = true;
      setSaving(true);
      setFault(null);
      try {
        const { version } = await put<{ version: string }>("/api/methodology/file", {
          path,
          text,
          version: from.version,
        });
        setStored({ text, version });
        setConflict(null);
        setSaved(true);
        setFound([]);
        dropDraft(path);
        return true;
      } catch (error) {
        refused(error, { setConflict, setFound, setFault });
        return false;
      } finally {
        busy.current = false;
        setSaving(false);
      }
    },
    [path, stored, text],
  );

  const dirty = stored !== null && text !== stored.text;
  const again = useCallback(() => setAsked((times) => times + 1), []);
  return {
    stored,
    text,
    dirty,
    restored,
    problems,
    checking,
    saving,
    saved,
    fault,
    conflict,
    edit,
    save,
    rebase,
    again,
  };
}

type Setters = {
  setConflict: (stored: Stored | null) => void;
  setFound: (problems: readonly Problem[]) => void;
  setFault: (words: string) => void;
};

/** 409 shows what somebody else saved, 422 what is unsound, all else is said in words. */
function refused(error: unknown, { setConflict, setFound, setFault }: Setters): void {
  const body = error instanceof Fault ? (error.body as Partial<Stored & Checked> | null) : null;
  const status = error instanceof Fault ? error.status : 0;
  if (status === 422 && Array.isArray(body?.problems)) setFound(body.problems);
  if (status === 409 && typeof body?.text === "string") setConflict({ text: body.text, version: body.version ?? "" });
  else setFault(faultWords(error));
}

function fileAddress(path: string): string {
  return `/api/methodology/file?path=${encodeURIComponent(path)}`;
}

/** The problems of `text`, asked for a moment after the last key; `found` are those that a save told. */
function useCheck(path: string, text: string | null, found: readonly Problem[] | null) {
  const lang = useLang();
  const [problems, setProblems] = useState<readonly Problem[] | null>(null);
  const [checking, setChecking] = useState(false);
  useEffect(() => {
    if (found) setProblems(found);
  }, [found]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: problems are told in the language of the page
  useEffect(() => {
    if (text === null) return;
    const leaving = new AbortController();
    const later = setTimeout(() => {
      setChecking(true);
      post<Checked>("/api/methodology/check", { path, text }, { signal: leaving.signal })
        .then((checked) => setProblems(checked.problems))
        .catch(() => undefined) // saving checks once more
        .finally(() => leaving.signal.aborted || setChecking(false));
    }, PAUSE_MS);
    return () => {
      clearTimeout(later);
      leaving.abort();
    };
  }, [path, text, lang]);
  return [problems, checking] as const;
}
