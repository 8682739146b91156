// The files to choose from: folders that open, or what a search found.
import { type ReactNode, useState } from "react";
import { href } from "../../route";
import { TextField } from "../../ui/Fields";
import { t } from "../../words";
import { drafts } from "./drafts";
import { count, type Folder, found, type KnowledgeFile, nameOf, treeOf } from "./tree";

type Props = { files: readonly KnowledgeFile[]; open: string | null };

export function FileTree({ files, open }: Props) {
  const [text, setText] = useState("");
  const unsaved = new Set(drafts());
  const hits = found(files, text);
  return (
    <nav className="files" aria-label={t("web_editor_files")}>
      <TextField type="search" label={t("web_search")} value={text} onChange={setText} maxLength={200} />
      <p className="small soft" role="status">
        {t("web_files_count", { count: hits.length })}
      </p>
      {text.trim() ? (
        <ul>
          {hits.map((file) => (
            <Leaf key={file.path} file={file} name={file.path} open={open} unsaved={unsaved} />
          ))}
        </ul>
      ) : (
        <Branch folder={treeOf(files)} open={open} unsaved={unsaved} />
      )}
    </nav>
  );
}

type Shown = { open: string | null; unsaved: ReadonlySet<string> };

function Branch({ folder, open, unsaved }: Shown & { folder: Folder }) {
  return (
    <ul className={folder.path ? "branch-inner" : undefined}>
      {folder.folders.map((inner) => (
        <li key={inner.path}>
          <details open={open?.startsWith(`${inner.path}/`)}>
            <summary>
              {wordsOf(inner)} <span className="soft small">{count(inner)}</span>
            </summary>
            <Branch folder={inner} open={open} unsaved={unsaved} />
          </details>
        </li>
      ))}
      {folder.files.map((file) => (
        <Leaf key={file.path} file={file} name={nameOf(file.path)} open={open} unsaved={unsaved} />
      ))}
    </ul>
  );
}

/** What a folder holds, in words, and its name; a folder that nobody named has only this. */
function wordsOf({ path, name }: Folder): ReactNode {
  const said = t(`web_folder_${path}`);
  return said.startsWith("web_folder_") ? (
    name
  ) : (
    <>
      {said} <code>{name}</code>
    </>
  );
}

function Leaf({ file, name, open, unsaved }: Shown & { file: KnowledgeFile; name: string }) {
  return (
    <li>
      <a href={href("methodology", file.path)} aria-current={file.path === open ? "page" : undefined}>
        <span>{file.title || name}</span>
        <code>{name}</code>
        {unsaved.has(file.path) && <span className="chip">{t("web_editor_unsaved_short")}</span>}
      </a>
    </li>
  );
}
