"""The picture: sound SVG with its content in words, nothing from outside, colours that everybody can tell apart."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

import pytest

from coach.progress.picture import SHOWN, picture
from coach.progress.record import Record
from tests.coach.progress.records import call, drilled
from tests.coach.progress.test_page import STORY, full

SVG = "{http://www.w3.org/2000/svg}"
OKABE_ITO = {"#000000", "#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7"}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("records", [[], STORY[:1], STORY, [Record("2026-03-01", "drill", "x", 1, {})]])
def test_picture_is_sound_and_says_what_it_shows(practice: Any, lang: str, records: list[Record]) -> None:
    drawn = picture(records, lang, practice)
    root = ElementTree.fromstring(drawn)
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert desc is not None
    assert title.text
    assert desc.text
    assert root.get("aria-labelledby", "").split() == [title.get("id"), desc.get("id")]
    assert bool(re.search("[\u4e00-\u9fff]", drawn)) == (lang == "zh")


def test_one_chart_for_each_skill_with_calls_and_drills_apart(practice: Any) -> None:
    root = ElementTree.fromstring(picture(STORY, "en", practice))
    charts = root.findall(f"{SVG}g")
    texts = [[text.text for text in chart.findall(f"{SVG}text")] for chart in charts]
    assert texts == [
        ["Surface needs", "75%"],
        ["Problem questions", "60%"],
        ["Paraphrase", "100%"],
        ["Agreed next step", "20%"],
    ]
    assert [len(chart.findall(f"{SVG}circle")) for chart in charts] == [3, 3, 2, 1]
    assert [len(chart.findall(f"{SVG}rect")) for chart in charts] == [0, 0, 1, 0]
    desc = root.find(f"{SVG}desc")
    assert desc is not None
    assert "Surface needs: 3 values, from 50% to 75%." in (desc.text or "")


def test_nothing_from_outside_and_colours_for_all_eyes(practice: Any) -> None:
    drawn = picture(full(practice), "en", practice)
    assert re.findall(r"https?://[^\"]+", drawn) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"href|url\(|<script|<style|<image", drawn)
    coloured = set(re.findall(r"#[0-9A-F]{6}", drawn)) - {"#FFFFFF", "#BBBBBB"}
    assert coloured <= OKABE_ITO


def test_points_stay_within_their_chart_and_are_the_latest(practice: Any) -> None:
    drawn = picture([call("2026-03-01", problem=i % 2) for i in range(10_000)], "en", practice)
    circles = re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)"', drawn.split("<g ")[1])
    assert len(circles) == SHOWN
    assert all(14 <= float(x) <= 246 and 34 <= float(y) <= 104 for x, y in circles)


def test_names_are_escaped(practice: Any) -> None:
    assert drilled("2026-03-01", "<b>", 1, "problem").name not in picture(
        [drilled("2026-03-01", "<b>", 1, "problem")], "en", practice
    )
