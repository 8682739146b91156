import { act, renderHook } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { Fault } from "./api";
import { useSend } from "./useSend";

describe("sending", () => {
  it("goes once at a time", async () => {
    const { result } = renderHook(() => useSend());
    let arrive: () => void = () => undefined;
    const work = vi.fn(() => new Promise<void>((done) => (arrive = done)));
    let first: Promise<boolean> = Promise.resolve(false);
    act(() => {
      first = result.current.send(work);
    });
    expect(result.current.busy).toBe(true);
    await act(async () => expect(await result.current.send(work)).toBe(false));
    await act(async () => {
      arrive();
      expect(await first).toBe(true);
    });
    expect(work).toHaveBeenCalledTimes(1);
    expect(result.current.busy).toBe(false);
  });

  it("says what went wrong until it is sent again", async () => {
    const { result } = renderHook(() => useSend());
    const refused = () => Promise.reject(new Fault(409, "conflict", "No."));
    await act(async () => expect(await result.current.send(refused)).toBe(false));
    expect(result.current.fault).toBe("No.");
    expect(result.current.field).toBeNull();
    await act(async () => expect(await result.current.send(() => Promise.resolve())).toBe(true));
    expect(result.current.fault).toBeNull();
  });

  it("names the field that the server refused, until it is sent again", async () => {
    const { result } = renderHook(() => useSend());
    const refused = () => Promise.reject(new Fault(400, "bad_input", "No.", { field: "email" }));
    await act(async () => expect(await result.current.send(refused)).toBe(false));
    expect(result.current.field).toBe("email");
    await act(async () => expect(await result.current.send(() => Promise.reject(new Error()))).toBe(false));
    expect(result.current.field).toBeNull();
  });
});
