"""An interview in the browser: what is said becomes an iceberg, people and a next step, and each judgement opens."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.browser import Watch
from tests.e2e.talk import Talk, escape

ZH = (
    "我去见了采购经理王总，他们公司叫蓝天照明",
    "王总说价格太贵。技术部的李工支持我们，说上次那家的灯频闪，被校长投诉了",
    "王总说要是再出事，他的位子就保不住了",
    "约好下周三给李工送样品",
)


def test_the_panel_follows_what_is_said(talk: Talk, page: Page) -> None:
    for line in ZH:
        assert talk.say(line)
    panel = page.get_by_role("complementary")
    expect(panel.locator(".layer.surface .need")).to_contain_text("价格太贵")
    expect(panel.locator(".layer.latent .need")).to_contain_text("被校长投诉了")
    expect(panel.locator(".layer.deep .need").last).to_contain_text("他的位子就保不住了")
    expect(panel.locator(".people")).to_contain_text("李工")
    expect(panel.locator(".people .stance")).not_to_have_count(0)
    expect(panel.locator(".agreed")).to_contain_text("2026-03-11")
    expect(panel.locator(".funnel [aria-current=step]")).to_have_count(1)


def test_depths_without_a_need_invite(talk: Talk, page: Page) -> None:
    expect(page.locator(".iceberg .invitation")).to_have_count(3)
    talk.say("王总说价格太贵")
    expect(page.locator(".iceberg .invitation")).to_have_count(2)


def test_a_judgement_opens_and_closes_by_keyboard(talk: Talk, page: Page) -> None:
    talk.say("王总说价格太贵")
    need = page.locator(".need.opens").first
    need.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog.locator("mark")).not_to_have_count(0)
    expect(dialog.locator("code")).to_contain_text(re.compile(r"needs/surface/\w+"))
    escape(page)
    expect(dialog).to_have_count(0)
    expect(need).to_be_focused()


def test_the_page_on_the_customer_opens(talk: Talk, page: Page) -> None:
    talk.say("我去见了采购经理王总，他们公司叫蓝天照明。他说价格太贵")
    page.get_by_role("button", name="客户一页纸").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("heading", name="蓝天照明")).to_be_visible()
    expect(dialog.locator(".water-line")).to_have_text("水面")


@pytest.mark.parametrize(
    ("options", "first", "save", "another", "said"),
    [
        ({"locale": "zh-CN"}, ZH[:2], "保存结果", ["重新开始", "是", "客户是绿洲酒店", "他们嫌价格太贵"], "再跟我要一次"),
        (
            {"locale": "en-GB"}, ["The customer is Blue Sky", "They say the price is too high"], "save",
            ["restart", "yes", "The customer is Oasis", "They want it cheaper"], "ask me for it again",
        ),
    ],
)  # fmt: skip
def test_a_file_is_fetched_by_its_link_and_one_that_is_gone_is_told(
    talk: Talk, page: Page, watch: Watch, first: list[str], save: str, another: list[str], said: str
) -> None:
    for line in (*first, save):
        talk.say(line)
    link = page.locator(".turn.theirs a[download]")
    with page.expect_download() as loading:
        link.click()
    assert loading.value.suggested_filename.endswith("-2026-03-02.md")
    assert loading.value.path().read_bytes().startswith(b"# ")
    for line in another:
        talk.say(line)
    watch.away = True  # a browser calls a 404 a failed request
    link.click()
    expect(page.get_by_role("alert").filter(has_text=said)).to_be_visible()


def test_a_quick_reply_is_a_message(talk: Talk) -> None:
    talk.say("我去见了采购经理王总，他们公司叫蓝天照明")
    talk.reply("给个提示")
    assert talk.mine()[-1] == "给个提示"


def test_an_answer_that_is_taken_back_is_shown_so(talk: Talk, page: Page) -> None:
    for line in (ZH[0], "王总说价格太贵", "为什么"):
        talk.say(line)
    talk.reply("返回")
    expect(page.locator(".turn.mine.withdrawn del")).to_have_text(["王总说价格太贵"])
    page.reload()
    talk.answered(4)
    expect(page.locator(".turn.mine.withdrawn del")).to_have_text(["王总说价格太贵"])


@pytest.mark.parametrize("options", [{"locale": "en-GB"}])
def test_in_english(talk: Talk, page: Page) -> None:
    assert "customer" in talk.last()
    talk.say("I met Mr Wang, purchasing manager at Blue Sky. He says the price is too high")
    expect(page.locator(".layer.surface .need")).to_contain_text("the price is too high")
    assert not re.search(r"[\u4e00-\u9fff]", page.locator("main").inner_text())


def test_a_brief_opens_once_the_customer_is_kept(talk: Talk, page: Page) -> None:
    for line in (*ZH, "小结"):
        talk.say(line)
    talk.reply("是")
    page.get_by_role("button", name="拜访简报").click()
    expect(page.get_by_role("dialog")).to_contain_text("蓝天照明")
