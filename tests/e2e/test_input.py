"""What people type, paste and drop: input methods, line breaks, hostile text, files."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.talk import Talk, escape

HOSTILE = (
    '<img src=x onerror=alert(1)><script>alert(2)</script>"><svg onload=alert(3)> [a](javascript:alert(4)) {{7*7}}'
)


def test_enter_that_ends_a_chinese_word_sends_nothing(talk: Talk, page: Page) -> None:
    session = page.context.new_cdp_session(page)
    talk.composer.focus()
    session.send("Input.imeSetComposition", {"text": "jia ge", "selectionStart": 6, "selectionEnd": 6})
    page.keyboard.press("Enter")  # while composing: chooses the word
    talk.composer.dispatch_event("keydown", {"key": "Enter", "isComposing": True, "keyCode": 229})
    expect(page.locator(".turn.mine")).to_have_count(0)
    talk.composer.fill("")
    session.send("Input.insertText", {"text": "王总说价格太贵"})
    page.keyboard.press("Enter")
    talk.answered(1)
    assert talk.mine() == ["王总说价格太贵"]


def test_shift_enter_breaks_the_line_and_the_field_grows(talk: Talk, page: Page) -> None:
    talk.composer.fill("第一行")
    before = talk.composer.bounding_box()
    talk.composer.press("Shift+Enter")
    page.keyboard.type("第二行")
    after = talk.composer.bounding_box()
    assert before
    assert after
    assert after["height"] > before["height"]
    talk.composer.press("Enter")
    talk.answered(1)
    assert talk.mine() == ["第一行\n第二行"]


@pytest.mark.parametrize("text", ["", "   ", "\n\n"])
def test_nothing_is_not_sent(talk: Talk, page: Page, text: str) -> None:
    talk.composer.fill(text)
    talk.composer.press("Enter")
    page.wait_for_timeout(200)
    expect(page.locator(".turn.mine")).to_have_count(0)


def test_hostile_words_are_words_everywhere(talk: Talk, page: Page) -> None:
    for line in (
        f"我去见了{HOSTILE}公司的采购经理王总",
        f"王总说价格太贵{HOSTILE}",
        "小结",
        f"演练 {HOSTILE}",
        f"打开客户{HOSTILE}",
    ):
        talk.say(line)
    assert talk.mine()[1].endswith(HOSTILE)
    expect(page.locator("main img, main script, main svg[onload], main a[href^=javascript]")).to_have_count(0)
    for button in page.locator(".need.opens, .why.opens").all()[:4]:
        button.click()
        expect(page.get_by_role("dialog").locator(".judgement, .fault").first).to_be_visible()
        expect(page.get_by_role("dialog").locator("img, script")).to_have_count(0)
        escape(page)
    page.reload()
    expect(page.locator(".turn.mine").first).to_be_visible()


def test_a_draft_that_is_hostile_is_only_a_draft(talk: Talk, page: Page) -> None:
    talk.composer.fill(HOSTILE)
    page.evaluate("localStorage.setItem('coach.outbox.x.y', '<script>'); localStorage.setItem('coach.lang', '<b>')")
    page.reload()
    expect(talk.composer).to_have_value(HOSTILE)


def test_a_dropped_file_is_reviewed(talk: Talk, page: Page) -> None:
    transcript = "销售：您好，现在采购最看重什么？\n客户：价格太贵了，上次供应商还延期。\n销售：延期给您带来了什么影响？\n客户：被老板骂了一顿。\n"
    transfer = page.evaluate_handle(
        "([text]) => { const data = new DataTransfer(); data.items.add(new File([text], '通话.txt', {type: 'text/plain'})); return data }",
        [transcript],
    )
    page.dispatch_event(".talk", "dragover", {"dataTransfer": transfer})
    expect(page.get_by_text("松开鼠标")).to_be_visible()
    page.dispatch_event(".talk", "drop", {"dataTransfer": transfer})
    page.wait_for_url("**/#/review")
    expect(page.get_by_role("heading", name="通话.txt")).to_be_visible()


def test_a_very_long_message_is_taken_or_refused_and_never_lost(talk: Talk, page: Page) -> None:
    talk.composer.fill("价格太贵，" * 20_000)
    talk.composer.press("Enter")
    expect(page.locator(".turn.mine .bubble")).to_have_count(1)
    expect(page.locator(".turn.sending")).to_have_count(0)
    kept = page.evaluate("JSON.stringify(Object.keys(localStorage).filter(name => name.includes('outbox')))")
    assert json.loads(kept) == [] or page.locator(".turn.refused").count() == 1
