import { describe, expect, it } from "vitest";
import { faultOf, kindOf, MOST_BYTES, sizeOf } from "./checkFile";

describe("a file for the review", () => {
  it.each([
    ["call.vtt", 10, null],
    ["CALL.TXT", MOST_BYTES, null],
    ["call.mp3", 10, "kind"],
    ["call", 10, "kind"],
    [".txt", 10, "kind"],
    ["call.txt.exe", 10, "kind"],
    ["call.csv", MOST_BYTES + 1, "size"],
    ["call.srt", 0, "empty"],
  ])("%s of %i bytes: %s", (name, size, fault) => {
    expect(faultOf({ name, size })).toBe(fault);
  });

  it.each([
    ["a.b.SRT", "srt"],
    ["none", ""],
  ])("%s is %s", (name, kind) => {
    expect(kindOf(name)).toBe(kind);
  });

  it.each([
    [1, "1 kB"],
    [640 * 1024, "640 kB"],
    [MOST_BYTES, "5.0 MB"],
  ])("%i bytes are %s", (bytes, said) => {
    expect(sizeOf(bytes)).toBe(said);
  });
});
