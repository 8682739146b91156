import { render } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { marked } from "./marked";

describe("words set off in a sentence", () => {
  it.each([
    ["价格太贵", [{ start: 0, end: 2 }], "<mark>价格</mark>太贵"],
    ["😀 cheap", [{ start: 2, end: 7 }], "😀 <mark>cheap</mark>"],
    [
      "abcd",
      [
        { start: 2, end: 4 },
        { start: 0, end: 3 },
      ],
      "<mark>abc</mark><mark>d</mark>",
    ],
    ["abc", [{ start: 1, end: 1 }], "abc"],
  ])("%s", (text, spans, shown) => {
    expect(render(<p>{marked(text, spans)}</p>).container.innerHTML).toBe(`<p>${shown}</p>`);
  });
});
