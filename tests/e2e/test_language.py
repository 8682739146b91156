"""The language and the look are switched in place and kept."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.talk import Talk

HAN = re.compile(r"[\u4e00-\u9fff]")


def test_the_page_changes_its_language_and_keeps_it(talk: Talk, page: Page) -> None:
    expect(page.get_by_role("link", name="对话")).to_be_visible()
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("link", name="Conversation")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator(".turn.theirs").first).to_contain_text("sales coach")
    assert not HAN.search(page.locator("main").inner_text())
    page.reload()
    expect(page.get_by_role("link", name="Conversation")).to_be_visible()


def test_the_conversation_offers_to_follow(talk: Talk, page: Page) -> None:
    talk.say("我去见了采购经理王总，他们公司叫蓝天照明")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="The iceberg of needs")).to_be_visible()
    answer = talk.reply("Continue in English")
    assert "How" in answer or "English" in answer
    expect(page.get_by_role("button", name="Continue in English")).to_have_count(0)


@pytest.mark.parametrize("options", [{"color_scheme": "dark"}, {"color_scheme": "light"}])
def test_the_look_follows_the_system_until_one_is_chosen(talk: Talk, page: Page, options: dict[str, str]) -> None:
    def dark() -> bool:
        channels = page.evaluate(
            "getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/g).map(Number)"
        )
        return sum(channels) < 200

    assert dark() == (options["color_scheme"] == "dark")
    look = page.get_by_role("button", name="外观")
    look.click()
    expect(look).to_contain_text("浅色")
    assert not dark()
    look.click()
    expect(look).to_contain_text("深色")
    page.reload()
    page.wait_for_selector("main h1")
    assert dark()
