"""The iceberg: sound SVG, all needs in words, each at its depth, long quotes and many needs cut short."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

import pytest

from coach.accounts.records import Account, Contact, Dossier, NeedNote
from coach.iceberg.picture import MOST, WIDTH, account_iceberg, debrief_iceberg
from coach.pictures.lines import broken
from coach.pictures.names import width_of
from coach.pictures.png import png
from tests.coach.stances.accounts import ASOF, words_only

SVG = "{http://www.w3.org/2000/svg}"
LONG = "We need a price 8% below our present supplier, or the board won't even look at it. " * 5
LONG_ZH = "去年退货吃掉了一半的利润，采购部被老板骂了三次，再这样下去谁都受不了。" * 5


def need(
    level: str, topic: str = "price", quote: str = "cheap", day: str = "2026-01-01", contact: str = ""
) -> NeedNote:
    return NeedNote(level, topic, "organisation", day, contact or None, quote=quote)


def drawn(*needs: NeedNote, lang: str = "en", name: str = "Nordlicht") -> str:
    people = (Contact("Anna Schmidt", id="c1", account="a"),)
    dossier = Dossier(Account(name, id="a"), contacts=people, needs=needs)
    return account_iceberg(dossier, ASOF, lang, words_only())


def texts(svg: str) -> list[tuple[float, float, str, float]]:
    """Return x, y, words and font size of each text."""
    found = []
    for text in ElementTree.fromstring(svg).iter(f"{SVG}text"):
        size = float(text.get("font-size", 12))
        found.append((float(text.get("x", 0)), float(text.get("y", 0)), text.text or "", size))
    return found


def debrief(*rows: dict[str, Any]) -> dict[str, Any]:
    return {"scenario": "lighting_price", "needs": list(rows)}


ALL = {
    "empty": [],
    "one": [need("latent", "returns", LONG_ZH, contact="c1")],
    "long": [need(level, quote=text) for level in ("surface", "latent", "deep") for text in (LONG, LONG_ZH)],
    "many": [need("deep", quote=f"no {i}", day=f"2026-01-{i:02}") for i in range(1, 13)],
    "hostile": [need("surface", "<b>&", '"><script>alert(1)</script>\x00')],
}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ALL)
def test_sound_inside_and_without_overlap(name: str, lang: str) -> None:
    svg = drawn(*ALL[name], lang=lang)
    root = ElementTree.fromstring(svg)
    height = float(root.get("height", 0))
    assert root.get("aria-labelledby", "").split() == [root[0].get("id"), root[1].get("id")]
    assert not re.search(r"href|url\(|<script|<style|<image", svg)
    lines = texts(svg)
    for x, y, text, size in lines:
        assert x + width_of(text, size) <= WIDTH, text
        assert 0 < y < height
    rows = sorted({y for _, y, _, _ in lines})
    assert all(below - above >= 13 for above, below in zip(rows, rows[1:], strict=False))
    assert set(re.findall(r"#[0-9A-F]{6}", svg)) <= {"#FFFFFF", "#000000", "#595959", "#56B4E9", "#0072B2"}
    assert png(svg, 400).startswith(b"\x89PNG")
    plain = "".join(c for c in drawn(lang=lang) if not c.isascii())
    assert bool(re.search("[\u4e00-\u9fff]", plain)) == (lang == "zh")


def test_each_need_stands_at_its_depth_and_the_water_is_below_the_surface() -> None:
    needs = [
        need("deep", "blame", "my head"),
        need("surface", "price", "cheap"),
        need("latent", "returns", "sent back"),
    ]
    svg = drawn(*needs)
    at = {text: y for _, y, text, _ in texts(svg)}
    water = float(re.search(r'd="M0,([\d.]+)H', svg).group(1))  # type: ignore[union-attr]
    assert at["“cheap”"] < water < at["“sent back”"] < at["“my head”"]
    assert at["Surface needs"] < water < at["Latent needs"] < at["Deep needs"]


def test_the_most_recent_are_shown_and_the_rest_is_counted_but_all_are_in_the_words() -> None:
    svg = drawn(*ALL["many"])
    shown = [text for _, _, text, _ in texts(svg) if text.startswith("“")]
    assert shown == [f"“no {i}”" for i in range(12, 12 - MOST, -1)]
    assert f"{12 - MOST} more from before" in [text for _, _, text, _ in texts(svg)]
    described = ElementTree.fromstring(svg)[1].text or ""
    assert all(f"“no {i}”" in described for i in range(1, 13))


def test_long_quotes_are_shortened_in_the_picture_only() -> None:
    svg = drawn(need("surface", quote=LONG))
    assert LONG.strip() not in " ".join(text for _, _, text, _ in texts(svg))
    assert " ".join(LONG.split()) in (ElementTree.fromstring(svg)[1].text or "")


def test_what_was_said_twice_is_shown_once() -> None:
    svg = drawn(need("surface", day="2026-01-01"), need("surface", day="2026-02-01"))
    assert [text for _, _, text, _ in texts(svg)].count("“cheap”") == 1


def test_a_depth_without_needs_invites() -> None:
    said = " ".join(text for _, _, text, _ in texts(drawn(need("surface"))))
    assert said.count("Nothing heard yet.") == 2


def test_a_rehearsal_shows_found_and_missed_by_shape() -> None:
    found = {"id": "x", "level": "surface", "found": True, "turn": 1, "said": "We want it cheap."}
    missed = {"id": "y", "level": "deep", "found": False, "turn": None, "chance": 3, "why": "asks", "ask": "And you?"}
    svg = debrief_iceberg(debrief(found, missed), "en", words_only())
    marks = re.findall(r"<circle [^>]*>", svg)
    assert ["dasharray" in mark for mark in marks] == [False, True]
    said = [text for _, _, text, _ in texts(svg)]
    assert "“We want it cheap.”" in said
    assert "Missed. You could ask: “And you?”" in said


@pytest.mark.parametrize(
    ("text", "most", "lines"),
    [
        ("", 2, []),
        ("short", 2, ["short"]),
        ("one two three four five", 3, ["one two", "three four", "five"]),
        ("去年退货，吃掉利润", 2, ["去年退货，", "吃掉利润"]),
        ("one two three four five six", 1, ["one two t…"]),
    ],
)
def test_lines(text: str, most: int, lines: list[str]) -> None:
    assert broken(text, 72, 12, most) == lines
