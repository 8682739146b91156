"""The review of a call in the browser: dropped, chosen or pasted; what opens; and each wrong file told kindly."""

from __future__ import annotations

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.e2e.browser import Watch
from tests.e2e.talk import Talk, escape
from tests.e2e.test_input import HOSTILE
from tests.e2e.test_pages import PHONE, serious
from tests.waiting import COMES_S

ENGLISH = {"locale": "en-GB"}
CALL = """Chen Xiao: Good morning, thank you for taking the time. How do you buy panel lights today?
Anna Weber: From two suppliers in Ningbo. Price matters a lot to us.
Chen Xiao: When did a delivery last go wrong, and what happened?
Anna Weber: In May a batch flickered and our returns ate the whole margin of the quarter.
Chen Xiao: What did that mean for you?
Anna Weber: I signed that contract, so I was in trouble with my boss.
Chen Xiao: I will send three samples by Thursday, is that fine?
Anna Weber: Yes, Thursday works for me.
"""
DROP = """([name, text]) => {
  const data = new DataTransfer()
  data.items.add(new File([text], name))
  document.querySelector('.drop').dispatchEvent(new DragEvent('drop', {bubbles: true, cancelable: true, dataTransfer: data}))
}"""


def choose(page: Page, name: str, content: bytes) -> None:
    page.set_input_files("input[type=file]", {"name": name, "mimeType": "application/octet-stream", "buffer": content})


@pytest.mark.parametrize("options", [ENGLISH, {**ENGLISH, **PHONE, "color_scheme": "dark"}], ids=["desk", "phone"])
def test_a_dropped_call_is_judged_and_kept(page: Page, server: str) -> None:
    Talk(page, server).open("review")
    page.evaluate(DROP, ["call.txt", CALL])
    expect(page.get_by_role("heading", name="call.txt")).to_be_focused()
    expect(page.locator(".score-number")).to_contain_text("/ 100")
    expect(page.locator(".depth.deep")).to_contain_text("I signed that contract")
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]
    assert serious(page) == []
    page.locator(".criteria .line-link").first.click()
    expect(page.locator(".transcript li:focus")).to_have_count(1)
    page.locator(".transcript .remark").first.click()
    expect(page.get_by_role("dialog")).to_contain_text("Rule")
    assert serious(page) == []
    escape(page)
    every = page.locator(".transcript li").count()
    page.get_by_role("switch", name="Only lines with a remark").check()
    assert 0 < page.locator(".transcript li").count() <= every
    with page.expect_download() as loading:
        page.get_by_role("button", name="Download the review").click()
    assert "Anna Weber" in loading.value.path().read_text(encoding="utf-8")
    page.goto(f"{server}/#/progress")
    page.locator("main table").get_by_role("link", name="call").first.click()
    expect(page.locator(".transcript")).to_contain_text("Thursday works for me")


def test_pasted_words_are_judged(page: Page, server: str) -> None:
    Talk(page, server).open("review")
    page.get_by_text("或者粘贴文字").click()
    page.get_by_label("通话文字").fill(
        "销售：您现在怎么采购？\n客户：价格太贵，上次还延期，我被老板骂了。\n销售：延期带来什么影响？\n客户：丢了一个大客户。"
    )
    page.get_by_role("button", name="复盘这段文字").click()
    expect(page.locator(".transcript")).to_contain_text("丢了一个大客户")
    assert serious(page) == []


UNREADABLE = [
    ("zh-CN", "今天和李工谈了水泵\n谈得不错", "每句前面写上名字", "或者粘贴文字", "通话文字", "复盘这段文字", "判断"),
    ("en-GB", "We talked about pumps\nIt went well", "Begin each turn with a name", "Or paste the text", "Words of the call",
     "Review this text", "By their words"),
]  # fmt: skip
SPEAKERS = "小陈：您现在怎么采购？您上次怎么选的？\n李工：价格太贵，上次还延期，我被老板骂了。\n小陈：我周五前寄两份业绩报告给您。\n李工：好的。"


@pytest.mark.parametrize(("options", "text", "said", "open_", "field", "send", "guess"), [({"locale": one}, *rest) for one, *rest in UNREADABLE])  # fmt: skip
def test_pasted_words_that_cannot_be_read_stay_to_be_mended(
    page: Page, server: str, watch: Watch, text: str, said: str, open_: str, field: str, send: str, guess: str
) -> None:
    watch.away = True  # a browser calls a refusal a failed request
    Talk(page, server).open("review")
    page.get_by_text(open_).click()
    page.get_by_label(field).fill(text)
    page.get_by_role("button", name=send).click()
    expect(page.get_by_role("alert")).to_contain_text(said)
    expect(page.get_by_label(field)).to_have_value(text)
    page.get_by_label(field).fill(SPEAKERS)
    page.get_by_role("button", name=send).click()
    expect(page.locator(".judged-page .notice").first).to_contain_text(guess)  # who was taken for the seller, and why
    expect(page.locator(".transcript .side-customer .chip").nth(1)).to_be_visible()  # what a customer's line was
    assert serious(page) == []


@pytest.mark.parametrize("options", [ENGLISH])
@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("call.mp3", b"ID3", "turn recordings into text first"),
        ("call", b"x", "TXT, VTT, SRT or CSV"),
        ("empty.txt", b"", "is empty"),
        ("large.txt", b"a" * (5 * 1024 * 1024 + 1), "at most 5 MB"),
        ("<img src=x onerror=alert(1)>.exe", b"MZ", "<img src=x onerror=alert(1)>.exe"),
    ],
)
def test_a_wrong_file_is_told_before_it_is_sent(page: Page, server: str, name: str, content: bytes, said: str) -> None:
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if "/api/review" in request.url else None)
    Talk(page, server).open("review")
    choose(page, name, content)
    expect(page.get_by_role("alert")).to_contain_text(said)
    assert sent == []
    assert serious(page) == []
    choose(page, "call.txt", CALL.encode())
    expect(page.locator(".judged-page")).to_be_visible()


@pytest.mark.parametrize("options", [ENGLISH])
@pytest.mark.parametrize("content", [b"\x00\x01\x02\xff\xfe" * 50, b"no names here at all"])
def test_what_the_server_cannot_read_is_told(page: Page, server: str, watch: Watch, content: bytes) -> None:
    watch.away = True  # a browser calls a refusal a failed request
    Talk(page, server).open("review")
    choose(page, "call.txt", content)
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_role("button", name="Choose a file")).to_be_visible()


@pytest.mark.parametrize("options", [ENGLISH])
def test_a_hostile_call_is_words(page: Page, server: str) -> None:
    Talk(page, server).open("review")
    choose(page, "call.txt", f"Seller: How are you {HOSTILE}?\nCustomer: The price is too high {HOSTILE}.\n".encode())
    expect(page.locator(".transcript")).to_contain_text("<script>alert(2)</script>")
    expect(page.locator("main script, main img, main a[href^=javascript]")).to_have_count(0)


@pytest.mark.parametrize("options", [ENGLISH])
def test_progress_is_shown_shared_and_seen_by_the_manager(page: Page, server: str) -> None:
    httpx.post(f"{server}/api/results/share", json={"on": False}, timeout=COMES_S)
    Talk(page, server).open("review")
    choose(page, "call.txt", CALL.encode())
    expect(page.locator(".judged-page")).to_be_visible()
    page.goto(f"{server}/#/team")
    expect(page.get_by_text("Nobody shares results yet")).to_be_visible()
    page.goto(f"{server}/#/progress")
    expect(page.locator(".chart canvas")).to_be_visible()
    page.get_by_text("As a table").click()
    expect(page.locator(".as-table table")).to_contain_text("Deep needs")
    page.get_by_role("checkbox", name="Evidence").check()
    page.get_by_role("switch", name="Managers may see my results").check()
    expect(page.get_by_text("Managers now see your scores")).to_be_visible()
    assert serious(page) == []
    page.goto(f"{server}/#/team")
    expect(page.locator("main table tbody tr")).to_have_count(1)
    assert serious(page) == []
    httpx.post(f"{server}/api/results/share", json={"on": False}, timeout=COMES_S)


@pytest.mark.parametrize("options", [ENGLISH])
def test_a_hostile_file_name_and_hostile_speakers_are_words(page: Page, server: str, watch: Watch) -> None:
    name = "<img src=x onerror=alert(1)>&quot;'{{7*7}}.txt"
    watch.away = True  # a browser calls a refusal a failed request
    Talk(page, server).open("review")
    choose(page, name, CALL.replace("Chen Xiao", "Chen<script>alert(6)</script>").encode())
    expect(page.get_by_role("alert")).to_be_visible()  # nobody can be called so
    choose(page, name, CALL.replace("Thursday works", f"Thursday {HOSTILE} works").encode())
    expect(page.get_by_role("heading", name=name)).to_be_visible()
    expect(page.locator(".transcript")).to_contain_text("alert(")
    expect(page.locator("main script, main img, main svg[onload]")).to_have_count(0)
    with page.expect_download() as loading:
        page.get_by_role("button", name="Download the review").click()
    assert "<" not in loading.value.suggested_filename
    page.goto(f"{server}/#/progress")
    expect(page.locator("main")).to_contain_text("onerror=alert(1)")
    expect(page.locator("main script, main img")).to_have_count(0)
