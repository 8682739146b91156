// Which pictures an account has, and what each says.
import type { AccountView, DepthView, NeedView } from "./shapes";

export type Picture = {
  name: "map" | "matrix" | "iceberg";
  /** Its content in words. */
  said: string;
  /** Another one when the picture is to be drawn anew. */
  stamp: number;
};

/** Map and matrix where people are known, the iceberg where needs are. */
export function picturesOf(account: Pick<AccountView, "name" | "people" | "needs">): Picture[] {
  const { name, people, needs } = account;
  const pictures: Picture[] = [];
  if (people.length > 0) {
    const said = people.map((one) => `${one.name}: ${one.stance_name}`).join("; ");
    const stamp = hash(JSON.stringify([name, people]));
    pictures.push({ name: "map", said, stamp }, { name: "matrix", said, stamp });
  }
  if (needs.some((depth) => depth.needs.length > 0)) {
    const stamp = hash(JSON.stringify([name, needs]));
    pictures.push({ name: "iceberg", said: needs.map(depthWords).join(" "), stamp });
  }
  return pictures;
}

function depthWords({ name, needs }: DepthView): string {
  return `${name}: ${needs.map(needWords).join("; ") || "–"}.`;
}

function needWords({ topic, quote, who }: NeedView): string {
  return [topic, who && `(${who})`, quote && `“${quote}”`].filter(Boolean).join(" ");
}

function hash(text: string): number {
  return [...text].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) >>> 0, 7);
}
