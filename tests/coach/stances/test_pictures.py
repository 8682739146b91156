"""The pictures: sound SVG with its content in words, no overlap, colours that everybody can tell apart."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pytest

from coach.pictures.png import png
from coach.stances.influence_map import influence_map
from coach.stances.marks import COLOURS
from coach.stances.matrix import matrix
from coach.stances.table import stance_table
from tests.coach.stances.accounts import ASOF, dossier, words_only
from tests.coach.stances.test_position import large

SVG = "{http://www.w3.org/2000/svg}"
OKABE_ITO = {"#000000", "#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7"}
STORY = [
    "Anna_Schmidt buyer+user - supporter/behaviour/90 coach/behaviour/10",
    "王建国 decider 5 supporter/behaviour/100 neutral/behaviour/10 neutral/behaviour/9",
    "Klaus_Feldmann - 4 opponent/repeated/5",
    "Maria gatekeeper -",
    "Ed user 2 enemy/explicit/5",
]
LONG = [
    "司马相如（采购部高级经理，上海总部） buyer 3 neutral/tone/1",
    "Wolfeschlegelsteinhausenbergerdorff user 3 neutral/tone/1",
]
ALL = [[], STORY, STORY[:1], LONG, large()]
both = pytest.mark.parametrize("draw", [matrix, influence_map])
Draw = Callable[..., str]


def drawn(draw: Draw, people: list[str], lang: str = "en", **more: Any) -> str:
    return draw(dossier(*people, **more), ASOF, lang, words_only())


def named(people: list[str]) -> list[str]:
    return [one.split(" ")[0].replace("_", " ") for one in people]


@both
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("people", ALL)
def test_sound_and_says_what_it_shows(draw: Draw, lang: str, people: list[str]) -> None:
    root = ElementTree.fromstring(drawn(draw, people, lang))
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert desc is not None
    assert "Nordlicht" in (title.text or "")
    assert root.get("aria-labelledby", "").split() == [title.get("id"), desc.get("id")]
    assert all(name in (desc.text or "") for name in named(people))
    plain = "".join(c for c in drawn(draw, [], lang) if not c.isascii())
    assert bool(re.search("[\u4e00-\u9fff]", plain)) == (lang == "zh")


@both
@pytest.mark.parametrize("people", ALL)
def test_no_two_names_overlap_and_all_stay_inside(draw: Draw, people: list[str]) -> None:
    svg = drawn(draw, people)
    width, height = (float(side) for side in re.search(r'viewBox="0 0 (\S+) (\S+)"', svg).groups())  # type: ignore[union-attr]
    lefts = sorted({float(x) for x in re.findall(r'<line x1="([\d.]+)" y1="[\d.]+" x2="\1"', svg)})
    places = []
    for x, y, name in re.findall(r'<g><title>[^<]*</title>.*?<text x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)<', svg):
        start, base = float(x), float(y)
        edge = min(left for left in lefts if left > start)
        places.append((max(left for left in lefts if left <= start), base))
        wide = sum(12.9 if ord(c) > 0x2E80 else 7.0 for c in name if c not in "iljtf.…' -")
        assert start + wide * 0.93 <= edge, f"{name} is wider than its column"
        assert 0 < base < height
        assert edge <= width
    assert len(set(places)) == len(places), "each line of a column holds one name"
    for column in {left for left, _ in places}:
        bases = sorted(base for left, base in places if left == column)
        assert all(below - above >= 17 for above, below in zip(bases, bases[1:], strict=False))


@both
def test_everybody_is_there_with_the_full_name(draw: Draw) -> None:
    for people in (STORY, LONG, large()):
        titles = re.findall(r"<g><title>([^<]*)</title>", drawn(draw, people))
        assert set(titles) == set(named(people))


@both
def test_nothing_from_outside_and_colours_for_all_eyes(draw: Draw) -> None:
    svg = drawn(draw, large())
    assert re.findall(r"https?://[^\"]+", svg) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"href|url\(|<script|<style|<image", svg)
    coloured = set(re.findall(r"#[0-9A-F]{6}", svg)) - {"#FFFFFF", "#BBBBBB", "#595959"}
    assert coloured <= OKABE_ITO
    assert len(set(COLOURS.values())) == len(COLOURS)


def test_each_stance_has_a_shape_of_its_own() -> None:
    svg = drawn(influence_map, STORY)
    shapes = re.findall(r"<g><title>([^<]*)</title><(\w+) ([^>]*?) transform", svg)
    assert {name: shape for name, shape, _ in shapes} == {
        "Anna Schmidt": "polygon", "王建国": "rect", "Klaus Feldmann": "polygon", "Maria": "circle", "Ed": "polygon",
    }  # fmt: skip
    assert len({points for _, _, points in shapes}) == 5


def test_the_map_shows_stance_influence_trend_and_decider() -> None:
    root = ElementTree.fromstring(drawn(influence_map, STORY))
    at, arrows, bold = {}, set(), set()
    for group in root.findall(f"{SVG}g"):
        text = group.find(f"{SVG}text")
        name = group.findtext(f"{SVG}title")
        assert text is not None
        at[name] = (float(text.get("x", 0)), float(text.get("y", 0)))
        arrows |= {name} if group.find(f"{SVG}path") is not None else set()
        bold |= {name} if text.get("font-weight") == "bold" else set()
    by_stance = sorted(at, key=lambda name: at[name][0])
    assert by_stance == ["Ed", "Klaus Feldmann", "王建国", "Anna Schmidt", "Maria"]  # unknown stands apart
    by_influence = sorted(at, key=lambda name: at[name][1])
    assert by_influence == ["王建国", "Klaus Feldmann", "Anna Schmidt", "Ed", "Maria"]
    assert arrows == {"Anna Schmidt", "王建国"}
    assert bold == {"王建国"}


def test_the_matrix_has_a_row_for_each_role_and_says_who_is_missing() -> None:
    root = ElementTree.fromstring(drawn(matrix, STORY))
    texts = [text.text for text in root.findall(f"{SVG}text")]
    assert texts.count("nobody yet") == 3  # initiator, influencer, approver
    assert texts[-9:] == [
        "user",
        "influencer",
        "nobody yet",
        "decider",
        "approver",
        "nobody yet",
        "buyer",
        "gatekeeper",
        "unknown",
    ]
    names = [group.findtext(f"{SVG}title") for group in root.findall(f"{SVG}g")]
    assert names.count("Anna Schmidt") == 2  # buyer and user
    assert "Roles nobody covers: initiator, influencer, approver." in (root.findtext(f"{SVG}desc") or "")


@both
def test_untrusted_names_are_escaped(draw: Draw) -> None:
    svg = drawn(draw, ["<b>&\x00]]>\ud800 user 3 neutral/tone/1"], account="<script>\x1b")
    ElementTree.fromstring(svg)
    assert "<b>" not in svg
    assert "<script" not in svg
    svg.encode("utf-8")


@both
def test_the_same_input_gives_the_same_picture_in_any_order(draw: Draw) -> None:
    account = dossier(*large())
    turned = type(account)(account.account, account.contacts[::-1], account.observations[::-1])
    assert draw(account, ASOF, "en", words_only()) == draw(turned, ASOF, "en", words_only())


@pytest.mark.parametrize("width", [360, 1200])
def test_png_is_as_wide_as_wanted(width: int) -> None:
    image = png(drawn(influence_map, STORY, "zh"), width)
    assert image[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(image[16:20], "big") == width
    assert image == png(drawn(influence_map, STORY, "zh"), width)


def test_the_bundled_font_draws_chinese() -> None:
    """Without a glyph each character would be the same empty box."""
    one, other = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><text y="15">{c}</text></svg>' for c in "王李"
    )
    assert png(one, 40) != png(other, 40)


@pytest.mark.parametrize(
    ("svg", "width"), [("<svg", 100), ("", 100), ("<svg xmlns='http://www.w3.org/2000/svg'/>", 0), ("<svg/>", 99_999)]
)
def test_png_refuses_what_is_no_picture(svg: str, width: int) -> None:
    with pytest.raises(ValueError):
        png(svg, width)


def test_table_says_the_same_in_words() -> None:
    assert stance_table(dossier(*STORY), ASOF, "en", words_only()).splitlines() == [
        "- 王建国 (decider, influence 5): neutral, 65% sure, cooling.",
        "- Klaus Feldmann (role unknown, influence 4): opponent, 66% sure.",
        "- Anna Schmidt (buyer, user, influence 3): coach, 55% sure, warming.",
        "- Maria (gatekeeper, influence 2): stance unknown.",
        "- Ed (user, influence 2): enemy, 74% sure.",
    ]
    assert stance_table(dossier(), ASOF, "zh", words_only()).startswith("- 还没有记下任何联系人")
