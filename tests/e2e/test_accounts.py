"""The account book in the browser: begun, filled, taken along, changed by two people at once, forgotten."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.browser import Watch
from tests.e2e.talk import Talk, escape
from tests.e2e.test_input import HOSTILE
from tests.e2e.test_pages import PHONE, serious
from tests.waiting import COMES_S

ENGLISH = {"locale": "en-GB"}


def ask(server: str, method: str, path: str, **values: Any) -> Any:
    answer = httpx.request(method, f"{server}{path}", json=values, headers={"x-coach-lang": "en"}, timeout=COMES_S)
    assert answer.is_success, answer.text
    return answer.json()


@pytest.fixture
def account(server: str) -> str:
    """A new account with one contact, alone in the book."""
    listed = httpx.get(f"{server}/api/accounts", timeout=COMES_S).json()["accounts"]
    for one in listed:
        ask(server, "DELETE", f"/api/accounts/{one['id']}", confirm=one["name"])
    key = str(ask(server, "POST", "/api/accounts", name="Nordlicht GmbH")["id"])
    ask(server, "POST", f"/api/accounts/{key}/contacts", name="Anna Weber", title="Head of purchasing")
    return key


def fill(page: Page, **values: str) -> None:
    dialog = page.get_by_role("dialog")
    for label, value in values.items():
        dialog.get_by_label(label.replace("_", " ")).fill(value)
    dialog.get_by_role("button", name="Save").click()
    expect(dialog).to_have_count(0)


@pytest.mark.parametrize(
    ("options", "hint"),
    [
        ({**PHONE, "locale": "zh-CN"}, "左右滑动看全"),
        ({**PHONE, **ENGLISH}, "Scroll sideways to see the rest"),
        (ENGLISH, ""),
    ],
    ids=["phone-zh", "phone-en", "desk"],
)
def test_a_picture_wider_than_the_screen_says_that_it_goes_on(page: Page, server: str, account: str, hint: str) -> None:
    Talk(page, server).open(f"account/{account}")
    frame = page.locator(".pictures .scroll-frame").first
    expect(frame.locator("img")).to_have_js_property("complete", True)
    if not hint:
        expect(frame.locator(".scroll-sides")).to_have_class("scroll-sides")
        expect(frame.locator(".scroll-hint")).to_have_count(0)
        return
    expect(frame.locator(".scroll-hint")).to_have_text(hint)
    expect(frame.locator(".scroll-sides")).to_have_class("scroll-sides after")
    frame.locator(".scroll-x").evaluate("box => { box.scrollLeft = 40 }")
    expect(frame.locator(".scroll-sides")).to_have_class("scroll-sides before after")
    frame.locator(".scroll-x").evaluate("box => { box.scrollLeft = box.scrollWidth }")
    expect(frame.locator(".scroll-sides")).to_have_class("scroll-sides before")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert serious(page) == []


@pytest.mark.parametrize("options", [ENGLISH])
def test_an_account_from_nothing_to_a_brief(page: Page, server: str, account: str) -> None:
    Talk(page, server).open("accounts")
    page.get_by_role("button", name="New account").click()
    fill(page, Name_of_the_customer="Südwind AG")
    expect(page.get_by_role("heading", name="Südwind AG")).to_be_visible()
    expect(page.get_by_text("Nobody is noted yet.")).to_be_visible()
    page.get_by_role("button", name="Add a person").click()
    fill(page, Name="Jonas Beck", Title="Managing director")
    expect(page.locator(".person", has_text="Jonas Beck")).to_contain_text("Managing director")
    page.get_by_role("button", name="Note a sign").click()
    page.get_by_role("dialog").get_by_label("Looks like a").select_option("opponent")
    fill(page, Words_or_act="Your last delivery was four weeks late")
    expect(page.locator(".stance-words")).to_contain_text("opponent")
    page.locator(".person summary").click()
    expect(page.locator(".signs")).to_contain_text("four weeks late")
    page.get_by_role("button", name="Add a note").click()
    fill(page, Note="They decide in December.")
    expect(page.locator(".notes")).to_contain_text("They decide in December.")
    page.get_by_role("button", name="Add a step").click()
    fill(page, What_is_to_be_done="Send three samples", By="2026-03-09")
    expect(page.locator(".account-side")).to_contain_text("by 2026-03-09")
    page.get_by_role("button", name="Plan a visit").click()
    fill(page, Start="2030-03-12T10:00", Place="Hamburg")
    expect(page.locator(".account-side")).to_contain_text("2030-03-12 10:00")
    expect(page.locator(".pictures img").first).to_have_js_property("complete", True)
    assert page.locator(".pictures img").first.evaluate("image => image.naturalWidth") > 0
    assert "Jonas Beck: opponent" in (page.locator(".pictures img").first.get_attribute("alt") or "")
    page.get_by_role("button", name="Visit brief").click()
    expect(page.get_by_role("dialog")).to_contain_text("Jonas Beck")
    for form, start in (("PDF", b"%PDF"), ("Web page", b"<!"), ("Markdown", b"#"), ("Calendar", b"BEGIN:VCALENDAR")):
        with page.expect_download() as loading:
            page.get_by_role("dialog").get_by_role("link", name=re.compile(form)).click()
        assert loading.value.path().read_bytes().startswith(start), form
    assert serious(page) == []


@pytest.mark.parametrize("options", [ENGLISH])
def test_two_people_change_one_field(page: Page, server: str, account: str, watch: Watch) -> None:
    watch.away = True  # a browser calls a 409 a failed request
    Talk(page, server).open(f"account/{account}")
    there = httpx.get(f"{server}/api/accounts/{account}", timeout=COMES_S).json()["people"][0]
    page.get_by_role("button", name="Edit").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Title").fill("CFO")
    dialog.get_by_label("Phone").fill("+49 40 1234")
    path = f"/api/accounts/{account}/contacts/{there['id']}"
    ask(server, "PATCH", path, title="Head of sourcing", version=there["version"])
    dialog.get_by_role("button", name="Save").click()
    clash = dialog.locator(".clash")
    expect(clash).to_contain_text("Head of sourcing")
    expect(clash).to_contain_text("CFO")
    expect(dialog.get_by_label("Phone")).to_have_value("+49 40 1234")
    assert serious(page) == []
    clash.get_by_role("button", name="Use theirs").click()
    expect(dialog.get_by_label("Title")).to_have_value("Head of sourcing")
    dialog.get_by_label("Title").fill("CFO")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog).to_have_count(0)
    expect(page.locator(".person")).to_contain_text("CFO")
    expect(page.locator(".person")).to_contain_text("CFO")
    after = httpx.get(f"{server}/api/accounts/{account}", timeout=COMES_S).json()["people"][0]
    assert (after["title"], after["phone"]) == ("CFO", "+49 40 1234")


@pytest.mark.parametrize("options", [{**ENGLISH, **PHONE}])
def test_hostile_names_are_names(page: Page, server: str, account: str) -> None:
    ask(server, "POST", f"/api/accounts/{account}/notes", text=HOSTILE)
    ask(server, "POST", f"/api/accounts/{account}/contacts", name=HOSTILE[:150], title=HOSTILE)
    ask(server, "POST", f"/api/accounts/{account}/next_steps", text=HOSTILE)
    ask(server, "POST", f"/api/accounts/{account}/visits", starts="2030-01-02T10:00", place=HOSTILE, purpose=HOSTILE)
    Talk(page, server).open(f"account/{account}")
    expect(page.locator(".notes")).to_contain_text("<script>")
    expect(page.locator("main script, main img[src=x], main a[href^=javascript]")).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.get_by_role("button", name="Visit brief").click()
    expect(page.get_by_role("dialog")).to_contain_text("alert(2)")
    expect(page.get_by_role("dialog").locator("img, script")).to_have_count(0)
    escape(page)
    page.goto(f"{server}/#/accounts")
    page.get_by_label("Find an account or a person").fill(HOSTILE[:100])
    expect(page.locator("main h1")).to_be_visible()


def test_it_is_found_by_a_person_and_forgotten_by_name(page: Page, server: str, account: str) -> None:
    Talk(page, server).open("accounts")
    page.get_by_label("找客户或联系人").fill("Weber")
    page.get_by_role("link", name=re.compile("Nordlicht")).click()
    page.get_by_role("button", name="彻底删除", exact=True).click()
    dialog = page.get_by_role("dialog")
    button = dialog.get_by_role("button", name="彻底删除")
    expect(button).to_be_disabled()
    dialog.get_by_label("要删除，请输入“Nordlicht GmbH”").fill("Nordlicht GmbH")
    button.click()
    page.wait_for_url("**/#/accounts")
    expect(page.get_by_text("客户档案还是空的")).to_be_visible()
    page.get_by_role("button", name="说说一位客户").click()
    page.wait_for_url("**/#/chat")


@pytest.mark.parametrize(
    "options",
    [{"color_scheme": "light"}, {**PHONE, **ENGLISH, "color_scheme": "dark"}],
    ids=["light-zh", "dark-phone-en"],
)
def test_axe_on_an_account(page: Page, server: str, account: str) -> None:
    Talk(page, server).open(f"account/{account}")
    expect(page.locator(".person")).to_be_visible()
    assert serious(page) == []
    page.locator(".person").get_by_role("button").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert serious(page) == []


def test_an_account_that_is_not_there(page: Page, server: str, watch: Watch) -> None:
    watch.away = True
    page.goto(f"{server}/#/account/00000000000000000000000000000000")
    expect(page.get_by_role("alert")).to_be_visible()


@pytest.mark.parametrize("options", [ENGLISH])
def test_hostile_words_in_every_form(page: Page, server: str, account: str, watch: Watch) -> None:
    """All that can be typed on the account page, typed as somebody would who means harm: it stands there as text."""
    watch.away = True  # what is refused is a failed request to the browser
    Talk(page, server).open(f"account/{account}")
    dialog = page.get_by_role("dialog")
    filled = 0
    for name in ("Add a person", "Edit Anna Weber", "Note a sign", "Add a note", "Add a step", "Plan a visit"):
        page.get_by_role("button", name=name, exact=True).first.click()
        for field in dialog.locator("input:not([type]), input[type=text], textarea").all():
            field.fill(HOSTILE)
            filled += 1
        for day in dialog.locator("input[type=date], input[type=datetime-local]").all():
            day.fill("2030-01-02T10:00" if day.get_attribute("type") == "datetime-local" else "2026-03-01")
        dialog.get_by_role("button", name="Save").click()
        refused = dialog.get_by_role("alert")
        expect(page.locator("[role=dialog] [role=alert], body:not(:has([role=dialog]))")).to_have_count(1)
        if refused.count():  # with a reason; never run
            dialog.get_by_role("button", name="Close").click()
        expect(dialog).to_have_count(0)
    assert filled >= 8
    expect(page.locator("main")).to_contain_text("<script>alert(2)</script>")
    expect(page.locator("main script, main img[src=x], main svg[onload], main a[href^=javascript]")).to_have_count(0)
    name = f"{HOSTILE[:60]} AG"
    page.goto(f"{server}/#/accounts")
    page.get_by_role("button", name="New account").click()
    fill(page, Name_of_the_customer=name)
    expect(page.get_by_role("heading", name=name)).to_be_visible()
    for picture in page.locator(".pictures img").all():
        expect(picture).to_have_js_property("complete", True)
    page.get_by_role("button", name="Delete for good").click()
    dialog.get_by_role("textbox").fill(name)
    dialog.get_by_role("button", name="Delete for good").click()
    page.wait_for_url("**/#/accounts")


def visit_on(page: Page, when: str) -> Locator:
    return page.locator(".account-side li", has_text=when)


@pytest.mark.parametrize("options", [ENGLISH, {**PHONE, **ENGLISH, "color_scheme": "dark"}], ids=["desktop", "phone"])
def test_a_visit_is_moved_and_called_off(page: Page, server: str, account: str, watch: Watch) -> None:
    watch.away = True  # a browser calls a refusal a failed request
    ask(server, "POST", f"/api/accounts/{account}/visits", starts="2030-03-12T10:00", place="Hamburg")
    Talk(page, server).open(f"account/{account}")
    page.get_by_role("button", name="Move the visit on 2030-03-12 10:00").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_label("Start")).to_have_value("2030-03-12T10:00")
    assert serious(page) == []
    dialog.get_by_label("Start").fill("2020-01-01T10:00")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog.get_by_role("alert")).to_contain_text("2020-01-01 10:00, which has passed")
    fill(page, Start="2030-03-14T15:30")
    moved = visit_on(page, "2030-03-14 15:30")
    expect(moved).to_contain_text("Hamburg")
    expect(moved).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]
    page.get_by_role("button", name="Call off the visit on 2030-03-14 15:30").focus()
    page.keyboard.press("Enter")
    expect(dialog).to_contain_text("no more reminders")
    assert serious(page) == []
    dialog.get_by_role("button", name="Keep it").click()
    expect(dialog).to_have_count(0)
    expect(page.get_by_role("button", name="Call off")).to_be_focused()
    page.keyboard.press("Enter")
    dialog.get_by_role("button", name="Call off").click()
    expect(moved).to_contain_text("cancelled")
    expect(moved).to_be_focused()
    expect(page.get_by_role("button", name="Call off")).to_have_count(0)
    assert serious(page) == []


@pytest.mark.parametrize("options", [ENGLISH])
def test_a_visit_that_somebody_else_moved(page: Page, server: str, account: str, watch: Watch) -> None:
    watch.away = True  # a browser calls a 409 a failed request
    visit = ask(server, "POST", f"/api/accounts/{account}/visits", starts="2030-03-12T10:00")["id"]
    path = f"/api/accounts/{account}/visits/{visit}"
    Talk(page, server).open(f"account/{account}")
    page.get_by_role("button", name="Move the visit").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Start").fill("2030-03-14T15:30")
    ask(server, "POST", f"{path}/move", starts="2030-03-13T09:00", version=1)
    dialog.get_by_role("button", name="Save").click()
    clash = dialog.locator(".clash")
    expect(clash).to_contain_text("2030-03-13 09:00")
    expect(clash).to_contain_text("2030-03-14 15:30")
    assert serious(page) == []
    clash.get_by_role("button", name="Use mine").click()
    expect(dialog).to_have_count(0)
    expect(visit_on(page, "2030-03-14 15:30")).to_be_visible()
    page.get_by_role("button", name="Call off").click()
    ask(server, "POST", f"{path}/move", starts="2030-03-15T11:00", version=3)
    dialog.get_by_role("button", name="Call off").click()
    expect(dialog.get_by_role("alert")).to_contain_text("2030-03-15 11:00")
    expect(dialog.locator("strong")).to_contain_text("2030-03-15 11:00")  # the visit as it is now
    assert httpx.get(f"{server}/api/accounts/{account}").json()["visits"][0]["state"] == "planned"
    dialog.get_by_role("button", name="Call off").click()
    expect(visit_on(page, "2030-03-15 11:00")).to_contain_text("cancelled")


@pytest.mark.parametrize("options", [ENGLISH])
def test_a_visit_that_somebody_else_called_off_or_held(page: Page, server: str, account: str, watch: Watch) -> None:
    watch.away = True
    first, second = (
        ask(server, "POST", f"/api/accounts/{account}/visits", starts=f"2030-03-1{day}T10:00")["id"] for day in (1, 2)
    )
    Talk(page, server).open(f"account/{account}")
    dialog = page.get_by_role("dialog")
    page.get_by_role("button", name="Move the visit on 2030-03-11").click()
    dialog.get_by_label("Start").fill("2030-03-14T15:30")
    ask(server, "POST", f"/api/accounts/{account}/visits/{first}/cancel", version=1)
    dialog.get_by_role("button", name="Save").click()
    expect(dialog.locator(".clash")).to_contain_text("cancelled")
    dialog.locator(".clash").get_by_role("button", name="Use theirs").click()
    expect(dialog).to_have_count(0)
    expect(visit_on(page, "2030-03-11 10:00")).to_contain_text("cancelled")
    page.get_by_role("button", name="Call off the visit on 2030-03-12").click()
    ask(server, "PATCH", f"/api/accounts/{account}/visits/{second}", state="done", version=1)
    dialog.get_by_role("button", name="Call off").click()
    expect(visit_on(page, "2030-03-12 10:00").get_by_role("alert")).to_contain_text("to “done”")
    expect(dialog).to_have_count(0)


@pytest.mark.parametrize("options", [{}, PHONE], ids=["desktop", "phone"])
def test_a_step_gets_its_tick_and_loses_it_again(page: Page, server: str, account: str, watch: Watch) -> None:
    watch.away = True
    ask(server, "POST", f"/api/accounts/{account}/next_steps", text="寄合同", due="2030-05-01")
    step = ask(server, "POST", f"/api/accounts/{account}/next_steps", text="寄三个样品", due="2030-03-09")["id"]
    Talk(page, server).open(f"account/{account}")
    box = page.get_by_role("checkbox", name="寄三个样品")
    expect(box).to_have_accessible_description("2030-03-09 前")
    assert serious(page) == []
    box.focus()
    page.keyboard.press("Space")
    expect(box).to_be_checked()
    expect(box).to_have_accessible_description(re.compile("完成$"))
    expect(box).to_be_focused()  # though it stands below the open ones now
    expect(page.locator(".steps li").last).to_contain_text("寄三个样品")
    assert serious(page) == []
    page.keyboard.press("Space")
    expect(box).to_have_accessible_description("2030-03-09 前")
    expect(box).not_to_be_checked()
    path = f"/api/accounts/{account}/next_steps/{step}"
    ask(server, "PATCH", path, text="寄五个样品", version=3)
    box.click()
    expect(page.locator(".steps").get_by_role("alert")).to_contain_text("寄五个样品")
    changed = page.get_by_role("checkbox", name="寄五个样品")
    expect(changed).not_to_be_checked()
    changed.click()
    expect(changed).to_have_accessible_description(re.compile("完成$"))
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]


@pytest.mark.parametrize(
    ("options", "lines", "seen"),
    [
        (
            {**PHONE, **ENGLISH},
            ("I met Ms Berg, the purchasing manager of Fernlicht GmbH", "Ms Berg says the price is too high", "keep this", "yes"),
            ("Iceberg of needs. ", "price", "the price is too high"),
        ),
        ({}, ("我去见了采购经理王总，他们公司叫远光照明", "王总说价格太贵", "记到档案", "是"), ("需求冰山图。", "价格", "价格太贵")),
    ],
    ids=["phone-en", "zh"],
)  # fmt: skip
def test_the_iceberg_stands_beside_map_and_matrix(
    talk: Talk, page: Page, server: str, account: str, lines: tuple[str, ...], seen: tuple[str, ...]
) -> None:
    page.goto(f"{server}/#/account/{account}")
    expect(page.locator(".pictures img")).to_have_count(2)  # of people; no need is known
    talk.open()
    for line in lines:
        talk.say(line)
    found = httpx.get(f"{server}/api/accounts").json()["accounts"]
    key = next(one["id"] for one in found if one["name"] in ("Fernlicht GmbH", "远光照明"))
    page.goto(f"{server}/#/account/{key}")
    picture = page.locator(".pictures img[src*='/iceberg.svg']")
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("image => image.naturalWidth") > 0
    alt = picture.get_attribute("alt") or ""
    assert all(words in alt for words in seen), alt
    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]
