// Asks the server: typed answers, its errors as Fault, and word when the sign-in has ended.
import { lang } from "./words";

/** An error in the server's words. `code` is "offline" when there was no answer at all. */
export class Fault extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly body: unknown = null,
  ) {
    super(message);
    this.name = "Fault";
  }

  /** Whether the same request may succeed later. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type Asked = { signal?: AbortSignal; timeout?: number };
type Take<T> = (answer: Response) => Promise<T>;
/** A file under the name that the server gives it. */
export type Named = { name: string; data: Blob };

const TIMEOUT_MS = 60_000;
const signedOut = new Set<() => void>();

/** Call `then` whenever an answer says that nobody is signed in. Returns how to stop. */
export function onSignedOut(then: () => void): () => void {
  signedOut.add(then);
  return () => signedOut.delete(then);
}

export const get = <T>(path: string, asked?: Asked): Promise<T> => ask<T>("GET", path, undefined, {}, asked);
export const getText = (path: string, asked?: Asked): Promise<string> => ask("GET", path, undefined, {}, asked, text);
export const getFile = (path: string, asked?: Asked): Promise<Named> => ask("GET", path, undefined, {}, asked, named);
export const post = <T>(path: string, body: unknown, asked?: Asked): Promise<T> => json<T>("POST", path, body, asked);
export const put = <T>(path: string, body: unknown, asked?: Asked): Promise<T> => json<T>("PUT", path, body, asked);
export const patch = <T>(path: string, body: unknown, asked?: Asked): Promise<T> => json<T>("PATCH", path, body, asked);
export const remove = <T>(path: string, body?: unknown, asked?: Asked): Promise<T> =>
  json<T>("DELETE", path, body ?? {}, asked);

/** Send a file as it is; its name goes in the query. */
export function upload<T>(path: string, file: File, asked?: Asked): Promise<T> {
  const named = `${path}${path.includes("?") ? "&" : "?"}name=${encodeURIComponent(file.name)}`;
  return ask<T>("POST", named, file, { "Content-Type": "application/octet-stream" }, { timeout: 300_000, ...asked });
}

function json<T>(method: Method, path: string, body: unknown, asked?: Asked): Promise<T> {
  return ask<T>(method, path, JSON.stringify(body), { "Content-Type": "application/json" }, asked);
}

async function ask<T>(
  method: Method,
  path: string,
  body: BodyInit | undefined,
  headers: Record<string, string>,
  asked: Asked = {},
  take: Take<T> = value,
): Promise<T> {
  const limit = AbortSignal.timeout(asked.timeout ?? TIMEOUT_MS);
  const signal = asked.signal ? AbortSignal.any([asked.signal, limit]) : limit;
  let answer: Response;
  let refusal: string;
  try {
    answer = await fetch(path, {
      method,
      body,
      headers: { Accept: "application/json", "X-Coach-Lang": lang(), ...headers },
      credentials: "same-origin",
      cache: "no-store",
      signal,
    });
    if (answer.ok) return await take(answer);
    refusal = await answer.text();
  } catch (error) {
    if (asked.signal?.aborted) throw error;
    throw new Fault(0, "offline", "");
  }
  const data = parsed(refusal);
  if (answer.status === 401) for (const then of signedOut) then();
  const said = (data as { error?: { code?: string; message?: string } } | null)?.error;
  throw new Fault(answer.status, said?.code ?? "unknown", said?.message ?? "", data);
}

const text: Take<string> = (answer) => answer.text();

async function value<T>(answer: Response): Promise<T> {
  return parsed(await answer.text()) as T;
}

async function named(answer: Response): Promise<Named> {
  const name = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get("content-disposition") ?? "")?.[1] ?? "";
  return { name: decodeURIComponent(name), data: await answer.blob() };
}

function parsed(json: string): unknown {
  if (!json) return null;
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
