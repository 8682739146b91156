import { describe, expect, it } from "vitest";
import { href, parseRoute } from "./route";

describe("the part of the address behind #", () => {
  it.each([
    ["", "start", null],
    ["#/chat", "chat", null],
    ["#/account/acme", "account", "acme"],
    ["#/account/%E8%93%9D%E5%A4%A9%2F1", "account", "蓝天/1"],
    ["#/account/100%", "account", "100%"],
    ["#/nowhere", "start", null],
    ["#main", "start", null],
  ])("%s is the page %s", (hash, page, id) => {
    expect(parseRoute(hash)).toEqual({ page, id });
  });

  it("leads back to what it was made of", () => {
    expect(parseRoute(href("account", "a/b 中"))).toEqual({ page: "account", id: "a/b 中" });
  });
});
