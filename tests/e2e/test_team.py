"""The team's page: a chart of those whom one chooses, and a table of all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from coach.progress.record import REHEARSAL, Record
from coach.progress.shared import share
from coach.progress.store import note
from tests.e2e.talk import Talk
from tests.e2e.test_input import HOSTILE
from tests.e2e.test_pages import PHONE, serious, settle
from tests.server.forking import serving

NAMES = ["Ada", "Ben", "Cleo", "Dan", "Eve", "Fay", "Gus", f"Hal {HOSTILE}"]  # the later, the later they practised
IDLE = "Ida"
MOST = 6


@pytest.fixture(scope="module")
def server(built: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server whose team has more people than a chart has lines."""
    home = tmp_path_factory.mktemp("home")
    for number, name in enumerate(NAMES):
        practised(home, name, number)
    share(home, IDLE, True, IDLE)
    with serving(home) as running:
        yield running.url


def practised(home: Path, name: str, number: int) -> None:
    user = f"person-{number}@example.com"
    for call in range(2):
        day = f"2026-0{call + 1}-1{number}"
        note(home, user, Record(day, REHEARSAL, "plums", 40 + 5 * number + call, {"problem": 0.5}, "easy"))
    share(home, user, True, name)


@pytest.mark.parametrize(
    "options",
    [{"locale": "en-GB"}, {**PHONE, "locale": "en-GB", "color_scheme": "dark"}],
    ids=["desktop", "dark-phone"],
)
def test_whom_the_chart_shows_is_chosen(page: Page, server: str) -> None:
    Talk(page, server).open("team")
    settle(page)
    legend = page.get_by_role("group", name="at most 6 of 8")
    boxes = legend.get_by_role("checkbox")
    expect(boxes).to_have_count(len(NAMES))  # who had no call has no line
    expect(legend.locator("input:checked")).to_have_count(MOST)
    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]
    ada, cleo = legend.get_by_role("checkbox", name="Ada"), legend.get_by_role("checkbox", name="Cleo")
    expect(ada).to_be_disabled()  # six are shown
    before = drawn(page)
    cleo.focus()
    page.keyboard.press("Space")
    expect(cleo).not_to_be_checked()
    expect(ada).to_be_enabled()
    ada.focus()
    page.keyboard.press("Space")
    expect(ada).to_be_checked()
    expect(cleo).to_be_disabled()
    expect(legend.locator(".chosen .swatch")).to_have_count(MOST)
    assert drawn(page) != before
    assert serious(page) == []
    rows = page.get_by_role("table").get_by_role("row")
    expect(rows).to_have_count(1 + len(NAMES) + 1)
    expect(page.get_by_role("row", name="Cleo")).to_contain_text("51")
    expect(page.get_by_role("row", name="Hal")).to_contain_text("<script>alert(2)</script>")
    expect(page.locator("main script, main img, main svg[onload]")).to_have_count(0)


def test_in_chinese(page: Page, server: str) -> None:
    Talk(page, server).open("team")
    expect(page.get_by_role("group", name="8 人里最多 6 人")).to_be_visible()


def drawn(page: Page) -> str:
    """What the chart's canvas shows."""
    return str(page.locator(".chart canvas").evaluate("canvas => canvas.toDataURL()"))
