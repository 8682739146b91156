"""A rehearsal in the browser: the buyer answers, a line is taken back, the debrief opens mark by mark."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.talk import Talk, escape
from tests.e2e.test_pages import PHONE, serious

LINES = (
    "奶奶早，方便问您几句吗？",
    "您买李子是给谁吃的？",
    "她最近胃口怎么样，有什么不舒服的地方吗？",
    "那我给您挑两斤酸的，明天再来，好吗？",
)


@pytest.fixture
def rehearsing(talk: Talk) -> Talk:
    talk.say("演练：老太太买李子")
    return talk


def test_the_buyer_is_introduced_and_answers(rehearsing: Talk, page: Page) -> None:
    panel = page.get_by_role("complementary")
    expect(panel.locator(".buyer")).to_contain_text("王老太太")
    expect(panel.locator(".avatar")).to_have_text("王")
    expect(panel.locator(".goal")).to_be_visible()
    rehearsing.say(LINES[0])
    expect(page.locator(".bubble.buyer").last).to_be_visible()
    expect(page.locator(".bubble.buyer .speaker").last).to_have_text("王老太太")
    expect(panel.locator(".trust")).to_contain_text("王老太太")
    expect(panel.get_by_text("您上一句")).to_be_visible()


def test_needs_are_found_one_by_one(rehearsing: Talk, page: Page) -> None:
    expect(page.locator(".iceberg .need")).to_have_count(0)
    hidden = page.locator(".iceberg .invitation").count()
    for line in LINES[:3]:
        rehearsing.say(line)
    needs = page.locator(".iceberg .need")
    expect(needs).not_to_have_count(0)  # the panel is drawn a moment after the answer
    expect(page.locator(".iceberg .invitation")).to_have_count(hidden - needs.count())


def test_a_line_is_taken_back_and_said_better(rehearsing: Talk, page: Page) -> None:
    rehearsing.say(LINES[0])
    rehearsing.say("您买不买？")
    page.get_by_role("button", name="收回这句").click()
    rehearsing.answered(4)
    expect(rehearsing.composer).to_have_value("您买不买？")
    expect(rehearsing.composer).to_be_focused()
    assert "不算" in rehearsing.last()
    for _ in ("at once", "after a reload"):
        withdrawn = page.locator(".turn.mine.withdrawn")
        expect(withdrawn).to_have_count(1)
        expect(withdrawn.locator("del")).to_have_text("您买不买？")
        expect(withdrawn).to_contain_text("已收回")
        expect(page.locator(".turn.theirs.withdrawn")).to_have_count(1)
        expect(page.get_by_role("button", name="收回这句")).to_have_count(1)  # at the line that counts now
        assert serious(page) == []
        page.reload()
        rehearsing.answered(4)
    rehearsing.say(LINES[1])
    assert rehearsing.mine()[-1] == LINES[1]


def test_the_debrief(rehearsing: Talk, page: Page) -> None:
    for line in LINES:
        rehearsing.say(line)
    if page.locator(".score-number").count() == 0:
        rehearsing.say("复盘")
    expect(page.locator(".score-number")).to_be_visible()
    expect(page.locator(".shares li").first).to_be_visible()
    expect(page.locator(".debrief-needs li")).not_to_have_count(0)
    page.get_by_role("button", name="看全部").click()
    lines = page.get_by_role("dialog")
    expect(lines.locator(".annotated > li")).to_have_count(len(LINES))
    lines.locator(".remark.opens").first.click()
    judgement = page.get_by_role("dialog").last
    expect(judgement.locator("code").first).to_contain_text("/")
    for left in (1, 0):  # one press, one dialog
        escape(page)
        expect(page.get_by_role("dialog")).to_have_count(left)
    expect(page.locator(".turn.theirs .markdown ol > li blockquote")).to_have_count(len(LINES))
    drill = page.get_by_role("button", name="开始小练习")
    expect(drill).to_be_visible()
    drill.click()
    expect(page.locator(".talk-head h1")).to_contain_text("小练习")


@pytest.mark.parametrize("options", [PHONE], ids=["phone"])
def test_a_long_answer_is_read_from_its_beginning(rehearsing: Talk, page: Page) -> None:
    for line in LINES[:2]:
        rehearsing.say(line)
    rehearsing.say("复盘")
    answer = page.locator(".turn.theirs").last.locator(".bubble").first
    for _ in ("at once", "after a reload"):
        expect(answer.locator("h3").first).to_be_in_viewport()
        expect(page.get_by_role("button", name="回到最新")).to_be_visible()
        page.reload()
        rehearsing.answered(4)
    expect(answer.locator(".rule").first).to_have_text(re.compile(r"^〔[a-z_]+/"))
    rehearsing.say("你好")
    expect(page.locator(".turn.theirs").last).to_be_in_viewport()
