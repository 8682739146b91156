"""The server goes away and comes back, tabs are reloaded and doubled: nothing is lost, nothing is said twice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.browser import Watch, watched
from tests.e2e.talk import Talk
from tests.server.forking import serving
from tests.waiting import COMES_S

HELLO = "我去见了采购经理王总，他们公司叫蓝天照明"
DEAR = "王总说价格太贵"
DELAY = "上次那家的灯频闪，被校长投诉了"


class Restartable:
    """A server that can be stopped and started on the same port and home."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.url = ""
        self._stack = ExitStack()

    def start(self) -> None:
        port = ("--port", str(urlsplit(self.url).port)) if self.url else ()
        self.url = self._stack.enter_context(serving(self.home, *port)).url

    def stop(self) -> None:
        self._stack.close()


@pytest.fixture
def own(built: None, tmp_path: Path) -> Iterator[Restartable]:
    server = Restartable(tmp_path)
    server.start()
    yield server
    server.stop()


def logged(url: str) -> list[str]:
    """What the server knows to have been said."""
    return [turn["you"] for turn in httpx.get(f"{url}/api/chat", timeout=COMES_S).json()["turns"]]


def test_a_server_that_stops_and_starts(browser: Browser, own: Restartable) -> None:
    with watched(browser, own.url) as (context, watch):
        watch.away = True
        page = context.new_page()
        talk = Talk(page, own.url).open()
        talk.say(HELLO)
        own.stop()
        expect(page.get_by_role("status").first).to_contain_text("暂时连不上")
        for line in (DEAR, DELAY):
            talk.composer.fill(line)
            talk.composer.press("Enter")
        expect(page.locator(".turn.sending")).to_have_count(2)
        expect(page.locator(".turn.sending").first).to_contain_text("等待发送")
        talk.composer.fill("还没写完")
        own.start()
        talk.answered(3)
        expect(page.locator(".link-state")).to_be_empty()
        expect(talk.composer).to_have_value("还没写完")
        assert talk.mine() == logged(own.url) == [HELLO, DEAR, DELAY]
        expect(page.locator(".layer.latent .need").filter(has_text="被校长投诉了")).to_be_visible()


def test_what_waits_survives_a_reload(
    talk: Talk, page: Page, window: tuple[BrowserContext, Watch], server: str
) -> None:
    context, watch = window
    watch.away = True
    talk.say(HELLO)
    page.route("**/api/chat", lambda route: route.abort())
    talk.composer.fill(DEAR)
    talk.composer.press("Enter")
    expect(page.locator(".turn.sending")).to_have_count(1)
    page.unroute("**/api/chat")
    page.reload()
    talk.answered(2)
    assert talk.mine() == logged(server) == [HELLO, DEAR]


def test_an_answer_that_is_lost_on_the_way_is_not_asked_for_twice(
    talk: Talk, page: Page, watch: Watch, server: str
) -> None:
    watch.away = True

    def lose(route):  # type: ignore[no-untyped-def]
        if route.request.method == "POST":
            route.fetch()  # the server has it
            route.abort()
        else:
            route.continue_()

    page.route("**/api/chat", lose, times=1)
    talk.say(HELLO)
    talk.answered(1)
    assert talk.mine() == logged(server) == [HELLO]


def test_a_browser_without_network(talk: Talk, page: Page, window: tuple[BrowserContext, Watch], server: str) -> None:
    context, watch = window
    watch.away = True
    talk.say(HELLO)
    context.set_offline(True)
    talk.composer.fill(DEAR)
    talk.composer.press("Enter")
    expect(page.locator(".link-state")).to_contain_text("暂时连不上")
    context.set_offline(False)
    talk.answered(2)
    assert logged(server) == [HELLO, DEAR]


def test_a_reload_keeps_the_conversation_and_the_line_being_written(talk: Talk, page: Page) -> None:
    talk.say(HELLO)
    said = talk.theirs()
    talk.composer.fill("写到一半")
    page.reload()
    talk.answered(1)
    assert talk.mine() == [HELLO]
    assert talk.theirs() == said
    expect(talk.composer).to_have_value("写到一半")


def test_two_tabs_show_the_same(talk: Talk, window: tuple[BrowserContext, Watch], server: str) -> None:
    other = Talk(window[0].new_page(), server).open()
    talk.say(HELLO)
    other.answered(1)
    other.say(DEAR)
    talk.answered(2)
    for tab in (talk, other):
        assert tab.mine() == [HELLO, DEAR]
        expect(tab.page.locator(".layer.surface .need")).to_contain_text("价格太贵")
    talk.composer.fill("一")
    other.composer.fill("二")
    talk.composer.press("Enter")
    other.composer.press("Enter")
    talk.answered(4)
    other.answered(4)
    assert talk.mine() == other.mine() == logged(server)


def test_a_conversation_that_is_forgotten_is_empty_everywhere(talk: Talk, page: Page, server: str) -> None:
    from tests.e2e.conftest import forget

    talk.say(HELLO)
    forget(server)
    expect(page.locator(".turn.mine")).to_have_count(0)
    expect(page.locator(".turn.theirs")).to_contain_text("销售教练")
