"""The system's Chromium, and a page that is watched: errors, breaches of the policy and foreign hosts fail the test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect, sync_playwright

from tests.waiting import SHOWS_MS

MISSING = "Chromium is not installed (Debian: apt-get install chromium)"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (  # nothing of the browser's own leaves this computer
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-default-apps", "--disable-extensions", "--no-first-run", "--disable-domain-reliability",
)  # fmt: skip
LOST_LINE = ("net::ERR_", "Failed to load resource")  # what a browser says when the server is away


def needed() -> str:
    """Return where Chromium is; without it skip the test, or fail it where CI is set."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None and os.environ.get("CI"):
        pytest.fail(MISSING, pytrace=False)
    if found is None:
        pytest.skip(MISSING)
    return found


@contextmanager
def launched() -> Iterator[Browser]:
    """Run the browser. Closed at the end, for Playwright's loop stands in the way of asyncio.run in other tests."""
    program = needed()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        try:
            yield browser
        finally:
            browser.close()


@dataclass
class Watch:
    """What must not happen on a page. `away`: the server may be away, so that lost requests are no fault."""

    url: str
    away: bool = False
    faults: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> None:
        """Look at every page of the context from now on."""
        context.on("page", self._page)
        context.on("request", self._request)

    def _page(self, page: Page) -> None:
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("dialog", lambda dialog: self.faults.append(f"dialog: {dialog.message}"))

    def _console(self, message: ConsoleMessage) -> None:
        if message.type not in ("error", "warning"):
            return
        if self.away and any(words in message.text for words in LOST_LINE):
            return
        self.faults.append(f"{message.type}: {message.text}")

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in ("data", "blob"):
            return
        if parts.netloc != urlsplit(self.url).netloc:
            self.faults.append(f"asked another host: {request.url}")


@contextmanager
def watched(browser: Browser, url: str, **options: object) -> Iterator[tuple[BrowserContext, Watch]]:
    """Open a window of its own, without memory; at the end nothing may have gone wrong in it."""
    watch = Watch(url)
    expect.set_options(timeout=SHOWS_MS)
    context = browser.new_context(**{"locale": "zh-CN", "viewport": {"width": 1280, "height": 800}, **options})  # type: ignore[arg-type]
    context.set_default_timeout(SHOWS_MS)
    watch.over(context)
    try:
        yield context, watch
    finally:
        context.close()
    assert watch.faults == [], watch.faults
