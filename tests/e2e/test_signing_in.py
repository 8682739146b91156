"""Signing in with a browser: by link and by the company; what is written is kept when the sign-in ends; signing out."""

from __future__ import annotations

import json
import re
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from coach.sign_in.invites import Invites
from tests.channels.web.sign_in.stand_in import CLIENT, SECRET, StandIn, standing_in
from tests.e2e.browser import Watch, watched
from tests.e2e.talk import Talk, escape
from tests.e2e.test_pages import PHONE, serious
from tests.server.forking import serving
from tests.server.processes import Server, run

HELLO = "我去见了采购经理王总，他们公司叫蓝天照明"
DEAR = "王总说价格太贵"
DELAY = "上次那家的灯频闪，被校长投诉了"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def team(built: None, home: Path) -> Iterator[Server]:
    with serving(home, COACH_SIGN_IN="invite") as running:
        yield running


@pytest.fixture
def window(browser: Browser, team: Server, options: dict[str, object]) -> Iterator[tuple[BrowserContext, Watch]]:
    """A window in which nobody is signed in. A browser calls each refusal a failed request."""
    with watched(browser, team.url, **options) as (context, watch):
        watch.away = True
        yield context, watch


def invited(home: Path, who: str, *, manager: bool = False) -> str:
    return Invites(home).invite(who, manager=manager, days=1, now=time.time())[1]


def enter(page: Page, url: str, secret: str, button: str = "登录") -> None:
    """Open an invite link and press its button."""
    page.goto(f"{url}/sign_in#{secret}")
    page.get_by_role("button", name=button).click()
    page.wait_for_url(re.compile(r"/(#.*)?$"))
    page.wait_for_selector("main h1")


def test_a_link_is_looked_at_and_then_used(page: Page, team: Server, home: Path) -> None:
    done = run("coach", home, "invite", "li.na@example.com", COACH_PUBLIC_URL=team.url)
    link = next(word for word in done.stdout.split() if "#" in word)
    Talk(page, team.url).page.goto(f"{team.url}/#/progress")
    expect(page.get_by_role("heading", name="请先登录")).to_be_visible()
    assert serious(page) == []
    page.goto(link)
    expect(page.get_by_role("status")).to_contain_text("li.na@example.com")
    assert link.partition("#")[2] not in page.url
    assert page.context.cookies() == []  # to look at a link signs nobody in
    assert serious(page) == []
    page.get_by_role("button", name="登录").click()
    page.wait_for_url(f"{team.url}/")
    cookie = page.context.cookies()[0]
    assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Strict")
    talk = Talk(page, team.url).open()
    talk.say(HELLO)
    expect(page.get_by_text("li.na@example.com")).to_be_visible()


@pytest.mark.parametrize("options", [{"locale": "en-GB", "color_scheme": "dark", **PHONE}])
def test_a_wrong_link_is_told_and_the_right_one_can_be_pasted(page: Page, team: Server, home: Path) -> None:
    page.goto(f"{team.url}/sign_in#{'x' * 43}")
    expect(page.get_by_role("status")).to_have_class("wrong")
    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.get_by_role("textbox").fill(f"{team.url}/sign_in#{invited(home, 'Zhao')}")
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"{team.url}/")
    expect(page.locator("main h1")).to_be_visible()


@pytest.mark.parametrize("how", ["revoked", "ended"])
def test_the_sign_in_ends_in_the_midst_of_a_conversation(page: Page, team: Server, home: Path, how: str) -> None:
    who = f"wang-{how}@example.com"
    enter(page, team.url, invited(home, who))
    talk = Talk(page, team.url).open()
    talk.say(HELLO)
    if how == "revoked":
        Invites(home).revoke(who)
    else:
        page.context.clear_cookies()
    talk.composer.fill(DEAR)
    talk.composer.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("heading", name="登录已过期")).to_be_visible()
    expect(dialog).to_contain_text("重新登录后会自动发送")
    assert serious(page) == []
    escape(page)  # to read on, or to write more
    expect(page.locator(".turn.sending")).to_contain_text(DEAR)
    talk.composer.fill(DELAY)
    talk.composer.press("Enter")
    dialog.get_by_role("button", name="登录").click()
    page.wait_for_url("**/sign_in?next=*")
    expect(page.get_by_role("heading", name="登录")).to_be_visible()
    page.get_by_role("textbox").fill(invited(home, who))
    page.get_by_role("button", name="登录").click()
    page.wait_for_url("**/#/chat")
    talk.answered(3)
    assert talk.mine() == [HELLO, DEAR, DELAY]
    page.reload()
    talk.answered(3)
    assert talk.mine() == [HELLO, DEAR, DELAY]
    assert talk.theirs()


def test_another_person_at_the_same_browser_sees_and_sends_nothing_of_the_first(
    page: Page, team: Server, home: Path
) -> None:
    enter(page, team.url, invited(home, "first@example.com"))
    talk = Talk(page, team.url).open()
    talk.say(HELLO)
    talk.composer.fill("写到一半")
    page.get_by_role("button", name="退出登录").click()
    expect(page.get_by_role("heading", name="请先登录")).to_be_visible()
    assert page.context.cookies() == []
    page.go_back()
    expect(page.get_by_role("heading", name="请先登录")).to_be_visible()
    assert "写到一半" not in json.dumps(page.evaluate("({...localStorage})"), ensure_ascii=False)
    enter(page, team.url, invited(home, "second@example.com"))
    talk.open()
    expect(page.locator(".turn.mine")).to_have_count(0)
    expect(talk.composer).to_have_value("")


def test_what_only_managers_see(page: Page, team: Server, home: Path) -> None:
    enter(page, team.url, invited(home, "boss@example.com", manager=True))
    for name in ("方法论", "团队"):
        page.get_by_role("link", name=name).click()
        expect(page.get_by_role("heading", name=name)).to_be_visible()
        expect(page.get_by_text("这一页只给管理者用")).to_have_count(0)
    page.get_by_role("button", name="退出登录").click()
    expect(page.get_by_role("heading", name="请先登录")).to_be_visible()
    enter(page, team.url, invited(home, "seller@example.com"))
    expect(page.get_by_role("link", name="进步")).to_be_visible()
    for place in ("methodology", "team"):
        expect(page.locator(f"nav a[href='#/{place}']")).to_have_count(0)
        page.goto(f"{team.url}/#/{place}")
        expect(page.get_by_text("这一页只给管理者用")).to_be_visible()
        assert serious(page) == []


@pytest.fixture
def provider() -> Iterator[StandIn]:
    """The company's sign-in, on another site than the page: 127.0.0.1 there, localhost here."""
    with standing_in() as standing:
        yield standing


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def by_company(url: str, provider: StandIn) -> dict[str, str]:
    """The settings of a server at `url` whose people sign in at the stand-in."""
    return {
        "COACH_SIGN_IN": "oidc", "COACH_PUBLIC_URL": url, "COACH_OIDC_ISSUER": provider.url,
        "COACH_OIDC_CLIENT_ID": CLIENT, "COACH_OIDC_CLIENT_SECRET": SECRET, "COACH_OIDC_DOMAINS": "example.com",
        "COACH_MANAGERS": "li.na@example.com", "NO_PROXY": "127.0.0.1",
    }  # fmt: skip


def only_the_company(watch: Watch, provider: StandIn) -> None:
    """The one other host that was asked is the company's."""
    others = {fault for fault in watch.faults if not fault.startswith(f"asked another host: {provider.url}/")}
    assert others == set()
    watch.faults.clear()


def test_by_the_company_from_a_deep_link(browser: Browser, built: None, tmp_path: Path, provider: StandIn) -> None:
    port = free_port()
    url = f"http://localhost:{port}"
    settings = by_company(url, provider)
    with serving(tmp_path, "--port", str(port), **settings), watched(browser, url) as (context, watch):
        watch.away = True
        page = context.new_page()
        page.goto(f"{url}/#/team")
        page.get_by_role("button", name="登录").click()
        page.wait_for_url(f"{url}/#/team")
        expect(page.get_by_role("heading", name="团队")).to_be_visible()
        assert [cookie["sameSite"] for cookie in context.cookies(url) if cookie["name"] == "coach"] == ["Strict"]
        talk = Talk(page, url).open()
        talk.say(HELLO)
        context.clear_cookies()
        talk.composer.fill(DEAR)
        talk.composer.press("Enter")
        page.get_by_role("dialog").get_by_role("button", name="登录").click()
        talk.answered(2)  # the provider knows them still: no click more
        assert talk.mine() == [HELLO, DEAR]
        page.get_by_role("button", name="退出登录").click()
        expect(page.get_by_role("heading", name="请先登录")).to_be_visible()
        provider.refuses = "access_denied"
        page.get_by_role("button", name="登录").click()
        expect(page.get_by_role("alert")).to_be_visible()
        assert serious(page) == []
        provider.refuses = None
        page.get_by_role("link").click()
        expect(page.get_by_text("Li Na")).to_be_visible()
        only_the_company(watch, provider)


def test_signing_out_at_the_company_too(browser: Browser, built: None, tmp_path: Path, provider: StandIn) -> None:
    provider.offers_sign_out()
    port = free_port()
    url = f"http://localhost:{port}"
    with (
        serving(tmp_path, "--port", str(port), **by_company(url, provider)),
        watched(browser, url) as (context, watch),
    ):
        watch.away = True
        page = context.new_page()
        page.goto(f"{url}/sign_in?next=/%23/chat")
        Talk(page, url).open().say(HELLO)
        page.get_by_role("button", name="退出登录").click()
        page.wait_for_url(f"{url}/")
        expect(page.get_by_role("heading", name="请先登录")).to_be_visible()
        assert [one["logout_hint"] for one in provider.signed_out] == ["li.na@example.com"]
        assert [one for one in context.cookies(url) if one["name"] == "coach"] == []
        page.get_by_role("button", name="登录").click()
        page.get_by_role("link", name="Sign in as Li Na").click()  # the provider has forgotten them too
        expect(page.get_by_text("Li Na")).to_be_visible()
        only_the_company(watch, provider)
