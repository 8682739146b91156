import { render } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { Dated } from "./Dated";

describe("a day in a text", () => {
  it.each([
    ["by 2026-12-01", ["2026-12-01"]],
    ["约好（2026-12-01）", ["2026-12-01"]],
    ["2030-03-12 10:00, Hamburg", ["2030-03-12 10:00"]],
    ["2026-03-01 and 2026-03-02T09:30.", ["2026-03-01", "2026-03-02T09:30"]],
    ["call +49-40-1234, 12-2026", []],
    ["", []],
  ])("stays whole in %j", (text, days) => {
    const { container } = render(<Dated>{text}</Dated>);
    expect(container.textContent).toBe(text);
    expect([...container.querySelectorAll(".nowrap")].map((one) => one.textContent)).toEqual(days);
  });
});
