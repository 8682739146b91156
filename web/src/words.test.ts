import { beforeEach, describe, expect, it } from "vitest";
import { lang, setLang, setWords, t } from "./words";

describe("the words of the page", () => {
  beforeEach(() => setWords({ zh: { hello: "您好，{name}" }, en: { hello: "Hello, {name}" } }));

  it("are said in the language chosen, which is kept", () => {
    setLang("zh");
    expect(t("hello", { name: "王" })).toBe("您好，王");
    setLang("en");
    expect(t("hello", { name: "Wang" })).toBe("Hello, Wang");
    expect([lang(), localStorage.getItem("coach.lang"), document.documentElement.lang]).toEqual(["en", "en", "en"]);
  });

  it("leave open what nobody fills, and show the key of what is missing", () => {
    setLang("en");
    expect(t("hello")).toBe("Hello, {name}");
    expect(t("nothing")).toBe("nothing");
  });
});
