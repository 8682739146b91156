"""The account book in the browser: begun, filled, taken along, changed by two people at once, forgotten."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.e2e.browser import Watch
from tests.e2e.talk import Talk
from tests.e2e.test_input import HOSTILE
from tests.e2e.test_pages import PHONE, serious

ENGLISH = {"locale": "en-GB"}


def ask(server: str, method: str, path: str, **values: Any) -> Any:
    answer = httpx.request(method, f"{server}{path}", json=values, headers={"x-coach-lang": "en"}, timeout=30)
    assert answer.is_success, answer.text
    return answer.json()


@pytest.fixture
def account(server: str) -> str:
    """A new account with one contact, alone in the book."""
    listed = httpx.get(f"{server}/api/accounts").json()["accounts"]
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
    there = httpx.get(f"{server}/api/accounts/{account}").json()["people"][0]
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
    after = httpx.get(f"{server}/api/accounts/{account}").json()["people"][0]
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
    page.keyboard.press("Escape")
    page.goto(f"{server}/#/accounts")
    page.get_by_label("Find an account or a person").fill(HOSTILE[:100])
    expect(page.locator("main h1")).to_be_visible()


def test_it_is_found_by_a_person_and_forgotten_by_name(page: Page, server: str, account: str) -> None:
    Talk(page, server).open("accounts")
    page.get_by_label("找客户或联系人").fill("Weber")
    page.get_by_role("link", name=re.compile("Nordlicht")).click()
    page.get_by_role("button", name="彻底删除").click()
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
    for name in ("Add a person", "Edit", "Note a sign", "Add a note", "Add a step", "Plan a visit"):
        page.get_by_role("button", name=name, exact=True).first.click()
        for field in dialog.locator("input:not([type]), input[type=text], textarea").all():
            field.fill(HOSTILE)
            filled += 1
        for day in dialog.locator("input[type=date], input[type=datetime-local]").all():
            day.fill("2030-01-02T10:00" if day.get_attribute("type") == "datetime-local" else "2026-03-01")
        dialog.get_by_role("button", name="Save").click()
        expect(dialog.locator("[aria-busy=true]")).to_have_count(0)
        page.wait_for_timeout(400)
        if dialog.count():  # refused, with a reason; never run
            expect(dialog.get_by_role("alert").or_(dialog.locator(".fault, :invalid")).first).to_be_attached()
            page.keyboard.press("Escape")
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
