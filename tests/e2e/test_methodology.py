"""The methodology editor: checked while one types, saved edits take effect, two editors, unsaved changes, a new file."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from server.project import ROOT
from tests.e2e.browser import Watch
from tests.e2e.talk import Talk
from tests.e2e.test_pages import PHONE, serious
from tests.server.forking import serving
from tests.waiting import COMES_S, until

ENGLISH = {"locale": "en-GB"}
FILE = "scenarios/plums.yml"
NAME = "The old lady buys plums"


@pytest.fixture
def watch(window: tuple[BrowserContext, Watch]) -> Iterator[Watch]:
    """Chromium itself styles what is typed over coloured words; the policy refuses that, and the editor draws anew."""
    watching = window[1]
    yield watching
    watching.faults[:] = [fault for fault in watching.faults if "Applying inline style" not in fault]


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the methodology that these tests may change."""
    return Path(shutil.copytree(ROOT / "knowledge", tmp_path_factory.mktemp("methodology") / "knowledge"))


@pytest.fixture(scope="module")
def server(built: None, knowledge: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(tmp_path_factory.mktemp("home"), COACH_KNOWLEDGE=str(knowledge)) as running:
        yield running.url


def editor(page: Page) -> Locator:
    field = page.locator(".code-editor [role=textbox]")
    expect(field).to_be_visible()
    return field


def replace(page: Page, old: str, new: str) -> None:
    """Find `old` in the editor and type `new` in its place."""
    editor(page).click()
    page.keyboard.press("Control+Home")
    page.keyboard.press("Control+f")
    expect(page.locator(".cm-search")).to_be_visible()
    page.keyboard.type(old)
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(page.locator(".cm-search")).to_have_count(0)
    page.keyboard.type(new)


def stored(server: str) -> dict[str, str]:
    found: dict[str, str] = httpx.get(f"{server}/api/methodology/file", params={"path": FILE}, timeout=COMES_S).json()
    return found


def in_effect(server: str, words: str) -> None:
    """Wait until an edit is in use: the server reads the methodology anew beside its work."""
    until(lambda: words in httpx.get(f"{server}/api/scenarios?lang=en", timeout=COMES_S).text, every=0.5)


@pytest.mark.parametrize("options", [ENGLISH])
def test_an_edit_is_checked_saved_and_spoken_in_the_chat(page: Page, server: str, watch: Watch) -> None:
    watch.away = True  # a browser calls a refusal a failed request
    Talk(page, server).open("methodology")
    page.get_by_label("Search").fill("plums")
    page.locator(".files").get_by_role("link", name=FILE).click()
    expect(page.locator(".problems")).to_contain_text("No problems")
    assert serious(page) == []
    replace(page, "order: 1", "order: first")
    expect(page.locator(".problem")).to_contain_text("order")
    assert serious(page) == []
    page.locator(".problem").first.click()
    expect(editor(page)).to_be_focused()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("alert").first).to_be_visible()
    assert "order: 1" in stored(server)["text"]
    replace(page, "order: first", "order: 1")
    replace(page, NAME, "The old lady buys sour plums")
    expect(page.locator(".problems")).to_contain_text("No problems")
    page.keyboard.press("Control+s")
    expect(page.get_by_text("takes effect in a few seconds")).to_be_visible()
    in_effect(server, "sour plums")
    page.goto(f"{server}/#/scenarios")
    expect(page.get_by_role("heading", name="The old lady buys sour plums")).to_be_visible()
    page.get_by_role("button", name="Start “The old lady buys sour plums” at level easy").click()
    page.wait_for_url("**/#/chat")
    Talk(page, server).answered(1)
    expect(page.locator(".turn.theirs").last).to_contain_text("Mrs Wang")


@pytest.mark.parametrize(
    ("options", "save", "saved", "discard", "problems", "earlier", "take"),
    [
        (ENGLISH, "Save", "takes effect in a few seconds", "Discard changes", "Problems: 1. Go to line 2",
         "Earlier versions", "Put into the editor"),
        (PHONE, "保存", "几秒后生效", "放弃修改", "有 1 处问题，看第 2 行", "以前的版本", "放回编辑框"),
    ],
    ids=["desk-en", "phone-zh"],
)  # fmt: skip
def test_a_slip_is_discarded_and_a_saved_edit_rolled_back(
    page: Page, server: str, watch: Watch, save: str, saved: str, discard: str, problems: str, earlier: str, take: str
) -> None:
    before = stored(server)["text"]
    Talk(page, server).open(f"methodology/{FILE}")
    editor(page).click()
    page.keyboard.press("Control+Home")
    page.keyboard.press("End")
    page.keyboard.type("\nnonsense: 1")
    page.get_by_role("button", name=problems).click()  # told where one saves, for the list may be out of sight
    expect(editor(page)).to_be_focused()
    assert serious(page) == []
    page.get_by_role("button", name=discard).click()
    expect(page.get_by_role("button", name=save, exact=True)).to_be_disabled()
    expect(page.get_by_role("button", name=problems)).to_have_count(0)
    editor(page).click()
    page.keyboard.press("Control+Home")
    page.keyboard.type("# bad idea\n")
    page.get_by_role("button", name=save, exact=True).click()
    expect(page.get_by_text(saved)).to_be_visible()
    assert stored(server)["text"] == f"# bad idea\n{before}"
    page.get_by_text(earlier).click()
    page.get_by_role("button", name=take).first.click()
    expect(editor(page)).not_to_contain_text("# bad idea")
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]
    assert serious(page) == []
    page.get_by_role("button", name=save, exact=True).click()
    expect(page.get_by_text(saved)).to_be_visible()
    assert stored(server)["text"] == before


@pytest.mark.parametrize("options", [ENGLISH])
def test_two_editors_lose_nothing(page: Page, server: str, watch: Watch) -> None:
    watch.away = True
    Talk(page, server).open(f"methodology/{FILE}")
    replace(page, "# The tutorial", "# My tutorial")
    there = stored(server)
    theirs = there["text"].replace(
        "industry: {zh: 水果摊, en: Fruit stall}", "industry: {zh: 水果摊, en: Market stall}"
    )
    answer = httpx.put(f"{server}/api/methodology/file", json={**there, "path": FILE, "text": theirs}, timeout=COMES_S)
    assert answer.status_code == 200, answer.text
    page.get_by_role("button", name="Save", exact=True).click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Market stall")
    expect(dialog).to_contain_text("# My tutorial")
    assert serious(page) == []
    dialog.get_by_role("button", name="Take theirs").click()
    expect(editor(page)).not_to_contain_text("# My tutorial")
    editor(page).click()
    page.keyboard.press("Control+z")
    expect(editor(page)).to_contain_text("# My tutorial")
    assert "Market stall" in stored(server)["text"]


@pytest.mark.parametrize("options", [ENGLISH])
def test_unsaved_changes_are_guarded_and_kept(page: Page, server: str) -> None:
    Talk(page, server).open(f"methodology/{FILE}")
    editor(page).click()
    page.keyboard.press("Control+Home")
    page.keyboard.type("# <script>alert(1)</script>\n")
    page.get_by_role("link", name="Progress").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("unsaved changes")
    dialog.get_by_role("button", name="Leave without saving").click()
    expect(page.get_by_role("heading", name="Progress")).to_be_visible()
    page.goto(f"{server}/#/methodology/{FILE}")
    expect(editor(page)).to_contain_text("# <script>alert(1)</script>")
    expect(page.get_by_text("unsaved changes from before")).to_be_visible()


@pytest.mark.parametrize("options", [ENGLISH])
def test_a_new_scenario_from_the_template(page: Page, server: str, watch: Watch) -> None:
    watch.away = True
    Talk(page, server).open("methodology")
    page.get_by_role("button", name="New scenario").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Name of the file").fill("../../etc/passwd")
    dialog.get_by_role("button", name="Make from the template").click()
    expect(dialog.get_by_role("alert")).to_be_visible()
    dialog.get_by_label("Name of the file").fill("lighting_importer")
    dialog.get_by_role("button", name="Make from the template").click()
    page.wait_for_url("**/#/methodology/scenarios*lighting_importer.yml")
    expect(editor(page)).to_contain_text("id: lighting_importer")


@pytest.mark.parametrize(
    ("options", "lang", "catalogue", "product", "folder", "file", "make", "fine", "save", "saved", "asked"),
    [
        (ENGLISH, "en", "New catalogue", "New product", "Name of the folder", "Name of the file", "Make from the template",
         "No problems", "Save", "takes effect in a few seconds", "what products are there?"),
        (PHONE, "zh", "新建产品目录", "新建产品", "文件夹名", "文件名", "按模板新建", "没有问题", "保存", "几秒后生效", "有哪些产品？"),
    ],
    ids=["desk-en", "phone-zh"],
)  # fmt: skip
def test_a_new_catalogue_and_a_second_product_are_spoken_of_in_the_chat(
    page: Page, server: str, watch: Watch, lang: str, catalogue: str, product: str, folder: str, file: str, make: str,
    fine: str, save: str, saved: str, asked: str,
) -> None:  # fmt: skip
    watch.away = True
    name, sold = f"yacht_paint_{lang}", {"en": "Gel coat for hulls", "zh": "船壳胶衣"}[lang]
    Talk(page, server).open("methodology")
    expect(page.get_by_role("button", name=product, exact=True)).to_have_count(0)  # no catalogue is open
    page.get_by_role("button", name=catalogue).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label(folder).fill("led_lighting")
    dialog.get_by_role("button", name=make).click()
    expect(dialog.get_by_role("alert")).to_be_visible()
    assert serious(page) == []
    dialog.get_by_label(folder).fill(name)
    dialog.get_by_role("button", name=make).click()
    page.wait_for_url(f"**/#/methodology/products*{name}*catalogue.yml")
    expect(editor(page)).to_contain_text(f"id: {name}")
    expect(page.locator(".problems")).to_contain_text(fine)
    page.get_by_role("button", name=product, exact=True).click()
    dialog.get_by_label(file).fill("gel_coat")
    dialog.get_by_role("button", name=make).click()
    page.wait_for_url(f"**/#/methodology/products*{name}*gel_coat.yml")
    replace(page, f"{lang}: ", f"{lang}: {sold} # ")
    expect(page.locator(".problems")).to_contain_text(fine)
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]
    assert serious(page) == []
    page.get_by_role("button", name=save, exact=True).click()
    expect(page.get_by_text(saved)).to_be_visible()
    talk = Talk(page, server).open()
    until(lambda: sold in talk.say(asked), every=0.5)


TABLE = "See:\\n\\n| {0} | {1} | {2} | {3} |\\n|---|---|---|---|\\n| {0} | {1} | {2} | {3} |\\n\\n"


@pytest.mark.parametrize(
    ("options", "asked", "hint", "cells"),
    [
        ({**PHONE, **ENGLISH}, "what is a coach?", "Scroll sideways to see the rest",
         ("Stance", "What one hears of it", "What-we-do-about-it", "Who-is-to-be-asked-first")),
        (PHONE, "什么是教练？", "左右滑动看全", ("立场" * 4, "听到的话" * 4, "怎么办才好" * 3, "先问谁比较好" * 3)),
    ],
    ids=["en", "zh"],
)  # fmt: skip
def test_a_wide_table_in_an_answer_says_that_it_scrolls(
    page: Page, server: str, knowledge: Path, asked: str, hint: str, cells: tuple[str, ...]
) -> None:
    path = knowledge / "glossary" / "coach.yml"
    before = path.read_text(encoding="utf-8")
    said = f'text: {{zh: "{TABLE.format(*cells)}", en: "{TABLE.format(*cells)}"}}'
    path.write_text(with_text(before, said), encoding="utf-8")
    try:
        talk = Talk(page, server).open()
        until(lambda: cells[-1] in talk.say(asked), every=0.5)
        frame = page.locator(".turn.theirs").last.locator(".scroll-frame")
        expect(frame.locator(".scroll-hint")).to_have_text(hint)
        expect(frame.locator(".scroll-sides")).to_have_class("scroll-sides after")
        expect(frame.get_by_role("region")).to_have_attribute("tabindex", "0")
        frame.locator(".scroll-x").evaluate("box => { box.scrollLeft = box.scrollWidth }")
        expect(frame.locator(".scroll-sides")).to_have_class("scroll-sides before")
        assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]
        assert serious(page) == []
        page.set_viewport_size({"width": 1280, "height": 800})
        expect(frame.locator(".scroll-hint")).to_have_count(0)
    finally:
        path.write_text(before, encoding="utf-8")


def with_text(document: str, text: str) -> str:
    """Return the document of a concept with another text."""
    lines = document.splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith("text:"))
    end = next(i for i in range(start + 1, len(lines)) if not lines[i].startswith(" "))
    return "\n".join([*lines[:start], text, *lines[end:]]) + "\n"
