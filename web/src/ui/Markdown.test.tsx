import { render } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { Markdown } from "./Markdown";

vi.stubGlobal(
  "ResizeObserver",
  vi.fn(
    class {
      observe = vi.fn();
      disconnect = vi.fn();
    },
  ),
); // jsdom has no sizes

const html = (text: string) => render(<Markdown text={text} />).container.innerHTML;

describe("Markdown", () => {
  it.each([
    ["# A", "<h3>A</h3>"],
    ["**b** *c* `d`", "<strong>b</strong> <em>c</em> <code>d</code>"],
    ["- a\n- b", "<ul><li>a</li><li>b</li></ul>"],
    ["- [x] a\n- [ ] b", '<ul><li class="task">☑ a</li><li class="task">☐ b</li></ul>'],
    ["by 2026-12-01", '<p>by <span class="nowrap">2026-12-01</span></p>'],
    ["1. a\n   - b\n   > c\n2. d", "<li>a<ul><li>b</li></ul><blockquote><p>c</p></blockquote></li><li>d</li>"],
    ["3. a", '<ol start="3"><li>'],
    ["a\nb", "a<br>b"],
    ["“how” [a/b_c.sure]", '“how” <span class="rule">[a/<wbr>b_c.<wbr>sure]</span>'],
    ["“怎么”〔a/b〕。", '“怎么”<span class="rule">〔a/<wbr>b〕</span>。'],
    ["[dates] [1/2]", "[dates] [1/2]"],
    ["|a|\n|-|\n|b|", "<td>b</td>"],
    ["1 < 2 & 3", "1 &lt; 2 &amp; 3"],
    ["- a\n~~~~~~~~ 水面 ~~~~~~~~\n**b**", '</ul><p class="water-line">水面</p><p><strong>b'],
    ["**潜在**\n- a\n**深藏**\n- b", "<li>a</li></ul><p><strong>深藏</strong></p><ul><li>b</li></ul>"],
    ["1. a\n   - b\n     c\nWhich?", "<li>a<ul><li>b<br>c</li></ul></li></ol><p>Which?</p>"],
    ["- a\n  > b\n\n  > c\n- d", "<blockquote><p>c</p></blockquote></li><li>"],
    ["- **a**\n- b\n\nc\nd", "</li><li>b</li></ul><p>c<br>d</p>"],
    ["[go](#/chat)", '<a href="#/chat">go</a>'],
    ["[b](/api/chat/files/b.pdf?of=1&lang=en)", '<a href="/api/chat/files/b.pdf?of=1&amp;lang=en" download="">b</a>'],
  ])("shows %j", (text, shown) => expect(html(text)).toContain(shown));

  it.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "a <b onclick=alert(1)>b</b>",
    "[x](javascript:alert(1))",
    "[x](https://example.org)",
    "[x](/api/other)",
    "[x](//api/chat/files/x.pdf)",
    "![x](https://example.org/x.png)",
    "<https://example.org>",
    "- <iframe src=//example.org>",
    "|<svg onload=alert(1)>|\n|-|\n|<a href='javascript:1'>|",
  ])("shows %j as the text it is", (text) => {
    const { container } = render(<Markdown text={text} />);
    expect(container.querySelector("script,img,b,a,iframe,svg")).toBeNull();
    for (const part of text.split(/[\n|]+/).filter((piece) => /\w/.test(piece)))
      expect(container.textContent).toContain(part.replace(/^- /, ""));
  });
});
