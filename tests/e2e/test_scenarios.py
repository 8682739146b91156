"""The scenario library: found by filters, begun at a level in the conversation; drills beside it."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e.talk import Talk
from tests.e2e.test_pages import PHONE, serious


def test_a_rehearsal_is_found_and_begun_at_its_level(page: Page, server: str) -> None:
    Talk(page, server).open("scenarios")
    cards = page.locator(".scenario")
    expect(cards).not_to_have_count(0)
    everything = cards.count()
    page.get_by_label("买方角色").select_option(label="把关者")
    assert 0 < cards.count() < everything
    page.get_by_label("买方角色").select_option("")
    page.get_by_label("搜索").fill("李子")
    expect(cards).to_have_count(1)
    expect(cards.get_by_role("heading")).to_have_text("老太太买李子")
    page.get_by_role("button", name="开始“老太太买李子”，难度高难").click()
    page.wait_for_url("**/#/chat")
    Talk(page, server).answered(1)
    expect(page.locator(".turn.mine").last).to_contain_text("演练：老太太买李子，高难")
    page.goto(f"{server}/#/scenarios")
    expect(page.locator(".scenario", has_text="老太太买李子").locator(".state")).to_contain_text("没有谈完")


def test_a_line_written_while_the_rehearsal_begins_is_answered_after_it(page: Page, server: str) -> None:
    def slowly(route: Route) -> None:
        time.sleep(1)
        route.continue_()

    talk = Talk(page, server).open("scenarios")
    page.route("**/api/chat", slowly)
    page.get_by_role("button", name="开始“老太太买李子”，难度入门").click()
    assert "王老太太" in talk.say("奶奶早")
    assert talk.mine() == ["演练：老太太买李子，入门", "奶奶早"]


@pytest.mark.parametrize("options", [PHONE])
def test_on_a_phone_the_first_scenario_is_in_sight(page: Page, server: str) -> None:
    Talk(page, server).open("scenarios")
    expect(page.locator(".scenario h2").first).to_be_in_viewport()
    expect(page.get_by_label("买方角色")).to_be_hidden()
    page.get_by_text("更多筛选").click()
    page.get_by_label("买方角色").select_option(label="把关者")
    expect(page.get_by_text("更多筛选（已选 1 项）")).to_be_visible()
    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("options", [PHONE])
def test_the_conversation_is_no_longer_than_the_screen(page: Page, server: str) -> None:
    talk = Talk(page, server).open()
    for line in ("演练：老太太买李子", "奶奶早", "您买李子是给谁吃的？", "复盘"):
        talk.say(line)
    assert page.evaluate("document.documentElement.scrollHeight") <= 740


@pytest.mark.parametrize("options", [{"locale": "en-GB"}])
def test_nothing_found_says_so_and_can_be_cleared(page: Page, server: str) -> None:
    Talk(page, server).open("scenarios")
    page.get_by_label("Search").fill("<script>alert(1)</script>")
    expect(page.get_by_text("No scenario fits")).to_be_visible()
    page.get_by_role("button", name="Clear the filters").click()
    expect(page.locator(".scenario")).not_to_have_count(0)


def test_a_drill_begins_in_the_conversation(page: Page, server: str) -> None:
    Talk(page, server).open("scenarios")
    page.get_by_role("button", name="开始小练习“复述”").click()
    page.wait_for_url("**/#/chat")
    Talk(page, server).answered(1)
    expect(page.locator(".turn.mine").last).to_contain_text("小练习：复述")
