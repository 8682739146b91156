"""One server and one browser for all tests in the browser, one window for each test."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from server.project import ROOT
from tests.e2e import browser as chromium
from tests.e2e.browser import Watch
from tests.e2e.talk import Talk
from tests.server.forking import serving
from tests.waiting import COMES_S


@pytest.fixture(scope="session")
def built() -> None:
    """The page, built from the present sources."""
    chromium.needed()
    done = subprocess.run([ROOT / "scripts" / "build_page.sh"], cwd=ROOT, capture_output=True, text=True, timeout=600)
    if done.returncode:
        pytest.fail(done.stderr, pytrace=False)


@pytest.fixture(scope="package")
def server(built: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with a home of its own."""
    with serving(tmp_path_factory.mktemp("home")) as running:
        yield running.url


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with chromium.launched() as launched:
        yield launched


@pytest.fixture
def options() -> dict[str, object]:
    """How the window differs from 1280 px, Chinese, light."""
    return {}


@pytest.fixture
def window(browser: Browser, server: str, options: dict[str, object]) -> Iterator[tuple[BrowserContext, Watch]]:
    """A window whose conversation is new."""
    forget(server)
    with chromium.watched(browser, server, **options) as opened:
        yield opened


@pytest.fixture
def watch(window: tuple[BrowserContext, Watch]) -> Watch:
    return window[1]


@pytest.fixture
def page(window: tuple[BrowserContext, Watch]) -> Page:
    return window[0].new_page()


@pytest.fixture
def talk(page: Page, server: str) -> Talk:
    """A tab at the conversation."""
    return Talk(page, server).open()


def forget(url: str) -> None:
    """Begin the conversation anew."""
    answer = httpx.request(
        "DELETE", f"{url}/api/chat", headers={"content-type": "application/json"}, content="{}", timeout=COMES_S
    )
    assert answer.status_code == 200, answer.text
