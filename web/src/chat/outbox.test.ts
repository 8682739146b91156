import { beforeEach, describe, expect, it } from "vitest";
import { drop, newId, put, waiting } from "./outbox";

describe("the outbox", () => {
  beforeEach(() => localStorage.clear());

  it("keeps order, and apart what different people said", () => {
    put("me", { id: "b", text: "2", at: 2 });
    put("me", { id: "a", text: "1", at: 1 });
    put("you", { id: "c", text: "3", at: 0 });
    expect(waiting("me").map((one) => one.text)).toEqual(["1", "2"]);
    drop("me", "a");
    expect(waiting("me").map((one) => one.text)).toEqual(["2"]);
  });

  it.each(["", "null", "[1]", "{}", '{"id": 1, "text": "x", "at": 2}', "not json"])("leaves alone %j", (text) => {
    localStorage.setItem("coach.outbox.me.x", text);
    expect(waiting("me")).toEqual([]);
  });

  it("names each message anew, also without randomUUID", () => {
    const form = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    const { randomUUID } = crypto;
    expect(newId()).toMatch(form);
    Object.defineProperty(crypto, "randomUUID", { value: undefined, configurable: true });
    expect(newId()).toMatch(form);
    Object.defineProperty(crypto, "randomUUID", { value: randomUUID, configurable: true });
  });
});
