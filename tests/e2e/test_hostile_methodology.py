"""A methodology written by somebody who means harm: its words are words in the editor, the library, the chat, the result."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
import yaml
from playwright.sync_api import Page, Request, expect

from tests.e2e.browser import Watch
from tests.e2e.talk import Talk, escape
from tests.e2e.test_methodology import FILE, editor, in_effect, knowledge, replace, server, stored, watch
from tests.e2e.test_pages import PHONE, serious
from tests.waiting import COMES_S

__all__ = ["knowledge", "server", "watch"]  # the fixtures: a server whose methodology these tests may change
HARM = '<img src=x onerror=alert(1)>"><svg onload=alert(2)>'
SPOKEN = (
    "name",
    "industry",
    "title",
    "firm",
    "temper",
    "situation",
    "known",
    "goal",
    "opening",
    "says",
    "ask",
    "guarded",
)
ENGLISH = {"locale": "en-GB"}


@pytest.fixture(autouse=True)
def nothing_runs(page: Page, watch: Watch) -> Iterator[None]:
    """Nothing of it may become an element; a picture would ask the server for /x, also before it is taken away."""
    watch.away = True  # a browser calls what is refused a failed request
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(urlsplit(request.url).path)

    page.on("request", note)
    yield
    assert "/x" not in asked


def only_words(page: Page) -> None:
    expect(page.locator("img[src=x], svg[onload], body script:not([src]), a[href^=javascript]")).to_have_count(0)


def harmful(value: Any, spoken: bool = False) -> Any:
    """Return what is written in a scenario with harm in every word that somebody reads; patterns stay as they are."""
    if isinstance(value, dict):
        return {key: harmful(one, key in SPOKEN or (spoken and key in ("zh", "en"))) for key, one in value.items()}
    if isinstance(value, list):
        return [harmful(one, spoken) for one in value]
    return f"{HARM} {value}" if spoken and isinstance(value, str) else value


@pytest.mark.parametrize("options", [ENGLISH])
def test_in_every_field_of_the_editor(page: Page, server: str) -> None:
    Talk(page, server).open("methodology")
    page.get_by_label("Search").fill(HARM)
    expect(page.get_by_text("Files: 0")).to_be_visible()
    page.get_by_role("button", name="New scenario").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Name of the file").fill(HARM)
    dialog.get_by_role("button", name="Make from the template").click()
    expect(dialog.get_by_role("alert")).to_be_visible()
    only_words(page)
    escape(page)
    page.goto(f"{server}/#/methodology/{HARM}")
    expect(page.get_by_role("alert")).to_be_visible()
    only_words(page)
    page.goto(f"{server}/#/methodology/{FILE}")
    replace(page, "order: 1", "order: 1")
    page.keyboard.press("Enter")
    page.keyboard.type(f"'{HARM}': 1")
    problem = page.locator(".problem", has_text="<img src=x")
    expect(problem.first).to_contain_text("onerror=alert(1)")
    assert serious(page) == []
    page.locator(".cm-lint-marker").first.hover()
    expect(page.locator(".cm-tooltip-lint, .cm-tooltip").first).to_contain_text("<img src=x")
    only_words(page)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("alert").first).to_be_visible()
    editor(page).click()
    page.keyboard.press("Control+f")
    for field in page.locator(".cm-search input[type=text], .cm-search input.cm-textfield").all():
        field.fill(HARM)
    page.keyboard.press("Enter")
    only_words(page)
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Progress").click()
    expect(dialog).to_contain_text("unsaved changes")
    dialog.get_by_role("button", name="Leave without saving").click()
    expect(page.get_by_role("heading", name="Progress")).to_be_visible()
    only_words(page)
    page.evaluate("sessionStorage.clear()")
    assert "<img" not in stored(server)["text"]


@pytest.mark.parametrize("options", [{**ENGLISH, **PHONE}, ENGLISH], ids=["phone", "desktop"])
def test_from_the_conflict_to_the_debrief(page: Page, server: str) -> None:
    Talk(page, server).open(f"methodology/{FILE}")
    replace(page, "# The tutorial", f"# {HARM} mine")
    there = stored(server)
    text = yaml.safe_dump(harmful(yaml.safe_load(there["text"])), allow_unicode=True, sort_keys=False, width=10_000)
    text = (
        f"# {HARM} theirs {page.viewport_size}\n{text}" if HARM not in there["text"] else f"{there['text']}\n# {HARM}\n"
    )
    answer = httpx.put(f"{server}/api/methodology/file", json={**there, "path": FILE, "text": text}, timeout=COMES_S)
    assert answer.status_code == 200, answer.text
    page.get_by_role("button", name="Save", exact=True).click()
    dialog = page.get_by_role("dialog")
    expect(dialog.locator("li.theirs").first).to_contain_text("onload=alert(2)")
    expect(dialog.locator("li.mine").first).to_contain_text(f"# {HARM} mine")
    only_words(page)
    dialog.get_by_role("button", name="Take theirs").click()
    expect(editor(page)).to_contain_text("<img src=x")
    in_effect(server, "<img src=x")
    page.reload()  # the tree with the new title
    page.wait_for_selector("main h1")
    expect(page.locator("#file-title")).to_contain_text("<img src=x")
    only_words(page)
    page.goto(f"{server}/#/scenarios")
    card = page.locator(".scenario", has_text="buys plums")
    for words in (
        "The old lady",
        "Fruit stall",
        "Mrs Wang",
        "an old lady",
        "her household",
        "It is morning",
        "Find out",
    ):
        expect(card).to_contain_text(f"{HARM} {words}")
    only_words(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]
    card.get_by_role("button", name="easy").click()
    page.wait_for_url("**/#/chat")
    talk = Talk(page, server)
    expect(page.locator(".turn.theirs").last).to_contain_text("<img src=x")
    for line in ("Good morning, what kind of plums would you like?", "Why do you want sour ones?", "debrief"):
        talk.say(line)
        only_words(page)
    assert "<img src=x" in "".join(talk.theirs())
    for place in ("start", "progress", "team"):
        page.goto(f"{server}/#/{place}")
        page.wait_for_selector("main h1")
        expect(page.locator(".loading")).to_have_count(0)
        only_words(page)
    page.goto(f"{server}/#/progress")
    page.locator("main a[href^='#/result/']").first.click()
    expect(page.locator("main")).to_contain_text("<img src=x")
    only_words(page)
