"""Every page: axe has no serious finding, 360 px are enough, the keyboard leads everywhere."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.e2e.talk import Talk, escape

PAGES = ("start", "chat", "scenarios", "accounts", "progress", "review", "methodology", "team")
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True}


def serious(page: Page) -> list[str]:
    """Return the serious and critical findings of axe, each with the element."""
    page.wait_for_timeout(300)  # what moves in is in its place
    found = Axe().run(page, options=RULES).response["violations"]
    return [
        f"{one['id']}: {node['html'][:160]} {node['failureSummary'][:300]}"
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]


def settle(page: Page) -> None:
    page.wait_for_selector("main h1")
    expect(page.locator(".loading")).to_have_count(0)


def each_page(page: Page, server: str) -> Iterator[str]:
    """Load one page after the other, each from nothing."""
    for name in PAGES:
        page.goto("about:blank")
        Talk(page, server).open(name)
        settle(page)
        yield name


@pytest.mark.parametrize(
    "options", [{"color_scheme": "light"}, {"color_scheme": "dark", "locale": "en-GB"}], ids=["light-zh", "dark-en"]
)
def test_axe_finds_nothing_serious(page: Page, server: str) -> None:
    found = {name: serious(page) for name in each_page(page, server)}
    assert found == dict.fromkeys(PAGES, [])


@pytest.mark.parametrize("options", [{"color_scheme": "light"}, {"color_scheme": "dark"}], ids=["light", "dark"])
def test_axe_on_a_conversation_with_all_that_opens(talk: Talk, page: Page) -> None:
    for line in (
        "我去见了采购经理王总，他们公司叫蓝天照明",
        "王总说价格太贵，要是再出事，他的位子就保不住了",
        "约好下周三给王总送样品",
    ):
        talk.say(line)
    assert serious(page) == []
    page.locator(".need.opens").first.click()
    expect(page.get_by_role("dialog").locator(".judgement")).to_be_visible()
    assert serious(page) == []
    escape(page)
    for line in ("演练：老太太买李子", "是", "奶奶早，方便问您几句吗？", "您买李子是给谁吃的？", "复盘"):
        talk.say(line)
        assert serious(page) == []


@pytest.mark.parametrize("options", [PHONE, {**PHONE, "locale": "en-GB"}], ids=["zh", "en"])
def test_nothing_is_wider_than_a_phone(page: Page, server: str) -> None:
    wide = {name: page.evaluate("document.documentElement.scrollWidth") for name in each_page(page, server)}
    assert {name: width for name, width in wide.items() if width > 360} == {}
    assert list(wide) == list(PAGES)


@pytest.mark.parametrize("options", [PHONE])
def test_the_panel_and_the_menu_on_a_phone(talk: Talk, page: Page) -> None:
    talk.say("王总说价格太贵" + "啊" * 200)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.get_by_role("button", name="看目前的收获").click()
    expect(page.get_by_role("dialog").locator(".layer.surface .need")).to_contain_text("价格太贵")
    assert serious(page) == []
    escape(page)
    page.get_by_role("button", name="打开菜单").click()
    assert serious(page) == []
    page.get_by_role("link", name="场景库").click()
    expect(page.get_by_role("heading", name="场景库")).to_be_visible()
    expect(page.get_by_role("link", name="场景库")).to_have_count(0)


def test_by_keyboard_from_start_to_answer(page: Page, server: str) -> None:
    Talk(page, server).open("start")
    settle(page)
    expect(page.locator("h1")).to_be_focused()
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/#/chat")
    talk = Talk(page, server)
    page.wait_for_selector(".messages .turn")
    expect(talk.composer).to_be_focused()
    page.keyboard.type("王总说价格太贵")
    page.keyboard.press("Enter")
    talk.answered(1)


@pytest.mark.parametrize("options", [{"reduced_motion": "reduce"}])
def test_nothing_moves_for_those_who_want_it_so(talk: Talk, page: Page) -> None:
    longest = "Math.max(...document.getAnimations().map(one => one.effect.getComputedTiming().duration), 0)"
    talk.composer.fill("王总说价格太贵")
    talk.composer.press("Enter")
    assert page.evaluate(longest) <= 1
    talk.answered(1)
