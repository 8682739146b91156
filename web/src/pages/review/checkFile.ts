// Whether a file can be reviewed, told before anything is sent.
export const KINDS = ["txt", "vtt", "srt", "csv"] as const;
export const MOST_BYTES = 5 * 1024 * 1024;

export type Fault = "kind" | "size" | "empty" | "many" | null;

/** The part of a file name after its last dot, in lower case; "" without one. */
export function kindOf(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : "";
}

/** What is wrong with a file; null when it may be sent. */
export function faultOf(file: { name: string; size: number }): Fault {
  if (!(KINDS as readonly string[]).includes(kindOf(file.name))) return "kind";
  if (file.size > MOST_BYTES) return "size";
  return file.size === 0 ? "empty" : null;
}

/** A size as people read it: 640 kB, 5.0 MB. */
export function sizeOf(bytes: number): string {
  const megabytes = bytes / 1024 / 1024;
  return megabytes >= 1 ? `${megabytes.toFixed(1)} MB` : `${Math.ceil(bytes / 1024)} kB`;
}
