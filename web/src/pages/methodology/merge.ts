// Where two versions of a text differ, line by line, so that both can be shown and nothing is lost.
export interface Row {
  kind: "same" | "mine" | "theirs";
  text: string;
}

const MOST = 4_000_000; // cells of the table; larger texts are shown whole, one after the other

/** The lines of both texts in order: those of both once, those of one marked whose they are. */
export function compare(mine: string, theirs: string): Row[] {
  const a = mine.split("\n");
  const b = theirs.split("\n");
  if (a.length * b.length > MOST) return [...rows("theirs", b), ...rows("mine", a)];
  const length = longest(a, b);
  const out: Row[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      out.push({ kind: "same", text: a[i++] as string });
      j++;
    } else if (at(length, i + 1, j) >= at(length, i, j + 1)) out.push({ kind: "mine", text: a[i++] as string });
    else out.push({ kind: "theirs", text: b[j++] as string });
  }
  return [...out, ...rows("mine", a.slice(i)), ...rows("theirs", b.slice(j))];
}

function rows(kind: Row["kind"], lines: readonly string[]): Row[] {
  return lines.map((text) => ({ kind, text }));
}

/** For each pair of places, how many lines the rests have in common. */
function longest(a: readonly string[], b: readonly string[]): Uint32Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const best = a[i] === b[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1));
      (table[i] as Uint32Array)[j] = best;
    }
  return table;
}

function at(table: readonly Uint32Array[], i: number, j: number): number {
  return table[i]?.[j] ?? 0;
}
