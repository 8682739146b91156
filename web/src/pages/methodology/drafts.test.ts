import { afterEach, describe, expect, it } from "vitest";
import { draftOf, drafts, dropDraft, keepDraft } from "./drafts";

afterEach(() => sessionStorage.clear());

describe("drafts", () => {
  it("come back as they were, and only for their file", () => {
    keepDraft("rubric.yml", { text: "a: 1\n", version: "v1" });
    expect(draftOf("rubric.yml")).toEqual({ text: "a: 1\n", version: "v1" });
    expect(draftOf("review.yml")).toBeNull();
    expect(drafts()).toEqual(["rubric.yml"]);
    dropDraft("rubric.yml");
    expect(draftOf("rubric.yml")).toBeNull();
  });

  it.each(["{", "null", '{"text":1}', '"text"'])("that are damaged (%s) are none", (kept) => {
    sessionStorage.setItem("coach.draft.x.yml", kept);
    expect(draftOf("x.yml")).toBeNull();
  });
});
