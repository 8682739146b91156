// The files of the methodology as a tree of folders, and those that a search finds.
export interface KnowledgeFile {
  path: string;
  title: string;
}
export interface Folder {
  name: string;
  path: string;
  folders: Folder[];
  files: KnowledgeFile[];
}

/** Folders first, then files, each by name. */
export function treeOf(files: readonly KnowledgeFile[]): Folder {
  const root: Folder = { name: "", path: "", folders: [], files: [] };
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const parts = file.path.split("/");
    parts.pop();
    folderAt(root, parts).files.push(file);
  }
  return root;
}

function folderAt(root: Folder, parts: readonly string[]): Folder {
  let folder = root;
  for (const name of parts) {
    let inner = folder.folders.find((one) => one.name === name);
    if (!inner) {
      inner = { name, path: folder.path ? `${folder.path}/${name}` : name, folders: [], files: [] };
      folder.folders.push(inner);
    }
    folder = inner;
  }
  return folder;
}

/** The files whose path or title holds every word. */
export function found(files: readonly KnowledgeFile[], text: string): KnowledgeFile[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return files.filter((file) => words.every((word) => `${file.path}\n${file.title}`.toLowerCase().includes(word)));
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The catalogue that a file belongs to. */
export function catalogueOf(path: string): string | null {
  const [folder, catalogue, file] = path.split("/");
  return folder === "products" && catalogue && file ? catalogue : null;
}

export function count(folder: Folder): number {
  return folder.files.length + folder.folders.reduce((sum, inner) => sum + count(inner), 0);
}
