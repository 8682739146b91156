// A file that was dropped on one page and is looked at by another.

let given: File | null = null;

export function giveFile(file: File): void {
  given = file;
}

/** Return the file and forget it. */
export function takeFile(): File | null {
  const file = given;
  given = null;
  return file;
}
