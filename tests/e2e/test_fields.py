"""What does not fit a form is told under its field, in the language of the page, and the keyboard leads out again."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.browser import Watch
from tests.e2e.talk import Talk, escape
from tests.e2e.test_accounts import ENGLISH, account, ask  # noqa: F401
from tests.e2e.test_pages import PHONE, serious

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


@pytest.mark.parametrize(
    ("options", "add", "name", "email", "influence", "save", "missing", "whole_address", "number", "there"),
    [
        (ENGLISH, "Add a person", "Name", "E-mail", "Influence (1 to 5)", "Save", "Please fill this in.",
         "Please write the whole address", "a whole number from 1 to 5", "“Anna Weber” is there already"),
        ({**PHONE, "color_scheme": "dark"}, "添加联系人", "姓名", "邮箱", "影响力（1 到 5）", "保存", "请填写这一项。",
         "请写完整的邮箱", "1 到 5 之间的整数", "“Anna Weber”已经有了"),
    ],
    ids=["desk-en", "dark-phone-zh"],
)  # fmt: skip
def test_what_does_not_fit_is_told_in_the_language_of_the_page(
    page: Page, server: str, account: str, watch: Watch, add: str, name: str, email: str, influence: str, save: str,  # noqa: F811
    missing: str, whole_address: str, number: str, there: str,
) -> None:  # fmt: skip
    watch.away = True  # a browser calls a refusal a failed request
    Talk(page, server).open(f"account/{account}")
    page.get_by_role("button", name=add, exact=True).click()
    dialog = page.get_by_role("dialog")
    saving = dialog.get_by_role("button", name=save)
    saving.press("Enter")
    expect(dialog.get_by_label(name)).to_be_focused()
    expect(dialog.get_by_label(name)).to_have_accessible_description(missing)
    dialog.get_by_label(name).fill("Anna Weber")
    expect(dialog.get_by_role("alert")).to_have_count(0)  # what was mended is no fault
    dialog.get_by_label(email).fill("no address")
    dialog.get_by_label(influence).fill("9")
    saving.press("Enter")
    expect(dialog.get_by_label(email)).to_be_focused()
    expect(dialog.get_by_role("alert")).to_contain_text([whole_address, number])
    assert serious(page) == []
    dialog.get_by_label(email).fill("")
    dialog.get_by_label(influence).fill("3")
    saving.press("Enter")
    expect(dialog.get_by_role("alert")).to_contain_text([there])  # the server knows her
    expect(saving).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]
    escape(page)


@pytest.mark.parametrize("options", [{**PHONE, **ENGLISH}])
def test_a_day_is_never_broken_and_a_long_name_is(page: Page, server: str, account: str) -> None:  # noqa: F811
    ask(server, "PATCH", f"/api/accounts/{account}", name=LONG, version=1)
    ask(server, "POST", f"/api/accounts/{account}/notes", text=f"{'a ' * 12}2026-12-01")
    for words in range(9, 15):
        ask(server, "POST", f"/api/accounts/{account}/next_steps", text=f"{'ab ' * words}on 2026-12-01 at noon")
    Talk(page, server).open(f"account/{account}")
    days = page.locator(".nowrap", has_text="2026-12-01")
    expect(days).to_have_count(7)
    assert days.evaluate_all("them => them.map(one => one.getClientRects().length)") == [1] * 7
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert serious(page) == []


@pytest.mark.parametrize(
    ("options", "stop", "of", "reads"),
    [(ENGLISH, "Stop sharing", "Stop sharing with", "may look"), (PHONE, "停止共享", "停止与", "可以查看")],
    ids=["desk-en", "phone-zh"],
)
def test_sharing_is_taken_back(
    page: Page, server: str, account: str, stop: str, of: str, reads: str  # noqa: F811
) -> None:  # fmt: skip
    for user in ("ben@example.com", f"{LONG.lower()}@example.com"):
        ask(server, "POST", f"/api/accounts/{account}/share", **{"with": user, "write": False})
    Talk(page, server).open(f"account/{account}")
    shared = page.locator(".shared li")
    expect(shared).to_have_count(2)
    expect(shared.first).to_contain_text(reads)
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]
    assert serious(page) == []
    page.get_by_role("button", name=f"{of} ben@example.com").press("Enter")
    expect(shared).to_have_count(1)
    expect(shared.get_by_text(stop)).to_be_visible()
    expect(page.locator(".shared")).to_be_focused()


@pytest.mark.parametrize(
    ("options", "told"), [(ENGLISH, "This account is not there"), ({}, "没有这个客户")], ids=["en", "zh"]
)
def test_an_account_that_is_not_there_is_told_without_its_number(
    page: Page, server: str, watch: Watch, told: str
) -> None:
    watch.away = True
    page.goto(f"{server}/#/account/00000000000000000000000000000000")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text(told)
    expect(alert).not_to_contain_text("0000")
    expect(alert.get_by_role("button")).to_have_count(0)  # to try again would change nothing


@pytest.mark.parametrize(("options", "me"), [(ENGLISH, "you"), ({}, "您")], ids=["en", "zh"])
def test_what_one_noted_oneself_is_noted_by_you(page: Page, server: str, account: str, me: str) -> None:  # noqa: F811
    there = ask(server, "GET", f"/api/accounts/{account}")
    anna = there["people"][0]
    ask(server, "PATCH", f"/api/accounts/{account}/contacts/{anna['id']}", email="anna@example.com",
        phone="+49 (40) 12-34", version=anna["version"])  # fmt: skip
    ask(server, "POST", f"/api/accounts/{account}/notes", text="They decide in December.")
    Talk(page, server).open(f"account/{account}")
    expect(page.locator(".notes li")).to_contain_text(f"· {me}")
    assert there["owner"] not in page.locator("main").inner_text()
    reach = page.locator(".person .reach a")
    assert reach.evaluate_all("them => them.map(one => one.getAttribute('href'))") == [
        "mailto:anna@example.com", "tel:+49401234",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("options", "button", "again", "left"),
    [
        (ENGLISH, "Delete Anna Weber for good", "Delete for good", "Nobody is noted yet."),
        (PHONE, "彻底删除Anna Weber", "彻底删除", "还没有联系人"),
    ],
    ids=["desk-en", "phone-zh"],
)
def test_a_person_is_forgotten_by_name(
    page: Page, server: str, account: str, button: str, again: str, left: str  # noqa: F811
) -> None:  # fmt: skip
    Talk(page, server).open(f"account/{account}")
    page.get_by_role("button", name=button).press("Enter")
    dialog = page.get_by_role("dialog")
    sure = dialog.get_by_role("button", name=again)
    expect(sure).to_be_disabled()
    assert serious(page) == []
    dialog.get_by_role("textbox").fill("Anna Weber")
    sure.press("Enter")
    expect(dialog).to_have_count(0)
    expect(page.locator("main")).to_contain_text(left)
    expect(page.locator(".person")).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]
