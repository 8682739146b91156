import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import * as kept from "./download";
import { FileLink } from "./FileLink";

const HREF = "/api/chat/files/page.md?of=1&lang=zh";
const refusal = (message: string) => JSON.stringify({ error: { code: "file_stale", message } });

function pressed(...answers: (() => Response)[]) {
  const saved = vi.spyOn(kept, "download").mockImplementation(() => undefined);
  const asked = vi.spyOn(globalThis, "fetch");
  for (const answer of answers) asked.mockImplementationOnce(async () => answer());
  render(<FileLink href={HREF}>page</FileLink>);
  return { saved, asked, press: () => userEvent.click(screen.getByRole("link")) };
}

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe("a link to a file", () => {
  it("keeps the file under the name that the server gives it", async () => {
    const headers = { "Content-Disposition": "attachment; filename*=UTF-8''%E8%93%9D%E9%B2%B8.md" };
    const { saved, asked, press } = pressed(() => new Response("# A", { headers }));
    await press();
    await waitFor(() => expect(saved).toHaveBeenCalledTimes(1));
    expect(asked.mock.calls[0]?.[0]).toBe(HREF);
    expect(saved.mock.calls[0]?.[0]).toBe("蓝鲸.md");
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it.each(["这个文件已经拿不到了。", "This file is gone."])("says %j when there is none any more", async (said) => {
    const { saved, press } = pressed(
      () => new Response(refusal(said), { status: 404 }),
      () => new Response("# A"),
    );
    await press();
    expect((await screen.findByRole("alert")).textContent).toBe(said);
    expect(saved).not.toHaveBeenCalled();
    await press();
    await waitFor(() => expect(saved).toHaveBeenCalledTimes(1));
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("says so beside a button, too", async () => {
    vi.spyOn(globalThis, "fetch").mockImplementationOnce(
      async () => new Response(refusal("This account is gone."), { status: 404 }),
    );
    render(
      <FileLink href={HREF} look="plain" icon="drop">
        page
      </FileLink>,
    );
    const link = screen.getByRole("link");
    expect(link.className).toBe("button plain");
    await userEvent.click(link);
    expect((await screen.findByRole("alert")).textContent).toBe("This account is gone.");
  });
});
