import { afterEach, describe, expect, it, vi } from "vitest";
import { Fault, get, onSignedOut, post, upload } from "./api";

const answering = (status: number, body: string) =>
  vi.spyOn(globalThis, "fetch").mockImplementation(async () => new Response(body, { status }));

afterEach(() => vi.restoreAllMocks());

describe("asking the server", () => {
  it("gives the answer and says the language of the page", async () => {
    const asked = answering(200, '{"a": 1}');
    expect(await get<{ a: number }>("/api/x")).toEqual({ a: 1 });
    const headers = asked.mock.calls[0]?.[1]?.headers as Record<string, string>;
    expect(headers["X-Coach-Lang"]).toMatch(/^(zh|en)$/);
  });

  it.each([
    [413, '{"error":{"code":"too_large","message":"Too large."}}', "too_large", "Too large.", false],
    [503, "not json", "unknown", "", true],
    [429, "{}", "unknown", "", true],
  ])("turns %i into a fault", async (status, body, code, message, passing) => {
    answering(status, body);
    const fault = (await post("/api/x", {}).catch((error: unknown) => error)) as Fault;
    expect(fault).toBeInstanceOf(Fault);
    expect([fault.status, fault.code, fault.message, fault.passing]).toEqual([status, code, message, passing]);
  });

  it("calls no answer offline", async () => {
    vi.spyOn(globalThis, "fetch").mockRejectedValue(new TypeError("Failed to fetch"));
    await expect(get("/api/x")).rejects.toMatchObject({ code: "offline", passing: true });
  });

  it("tells when nobody is signed in", async () => {
    answering(401, '{"error":{"code":"signed_out","message":"x"}}');
    const told = vi.fn();
    const stop = onSignedOut(told);
    await expect(get("/api/x")).rejects.toMatchObject({ code: "signed_out" });
    stop();
    await expect(get("/api/x")).rejects.toBeInstanceOf(Fault);
    expect(told).toHaveBeenCalledTimes(1);
  });

  it("sends a file as it is, its name in the query", async () => {
    const asked = answering(200, "{}");
    await upload("/api/review", new File(["a"], "通话 1.vtt"));
    expect(asked.mock.calls[0]?.[0]).toBe("/api/review?name=%E9%80%9A%E8%AF%9D%201.vtt");
  });
});
