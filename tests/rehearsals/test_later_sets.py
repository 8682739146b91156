"""Plays the sets that came later: what is reached must stay; docs/rehearsals.md tells what each was as first read."""

from __future__ import annotations

from functools import cache

import pytest
import yaml

from benchmarks.rehearsal import DAY, LANGS, LATER, QUALITIES, REHEARSALS, became, calls, later_set, vendors
from coach.context import Tools
from coach.rehearsal.step import begin, play

written = cache(later_set)
CREDITS = {"empathy", "offer", "benefit", "evidence", "paraphrase", "summary", "teach", "relation", "permission"}


@pytest.mark.parametrize(
    ("name", "measured", "at_least", "of"),
    [
        ("second", calls, 24, 24),
        ("second", vendors, 10, 10),
        ("third", calls, 24, 24),
        ("third", vendors, 10, 10),
        ("fourth", calls, 24, 24),
        ("fourth", vendors, 10, 10),
        ("fifth", calls, 26, 26),
        ("fifth", vendors, 10, 10),
        ("sixth", calls, 26, 26),
        ("sixth", vendors, 10, 10),
        ("seventh", calls, 26, 26),
        ("seventh", vendors, 10, 10),
        ("eighth", calls, 26, 26),
        ("eighth", vendors, 10, 10),
        ("ninth", calls, 26, 26),
        ("ninth", vendors, 10, 10),
        ("tenth", calls, 26, 26),
        ("tenth", vendors, 10, 10),
        ("eleventh", calls, 26, 26),
        ("eleventh", vendors, 10, 10),
        ("twelfth", calls, 26, 26),
        ("twelfth", vendors, 10, 10),
        ("thirteenth", calls, 26, 26),
        ("thirteenth", vendors, 10, 10),
        ("fourteenth", calls, 26, 26),
        ("fourteenth", vendors, 10, 10),
        ("fifteenth", calls, 26, 26),
        ("fifteenth", vendors, 10, 10),
        ("sixteenth", calls, 26, 26),
        ("sixteenth", vendors, 10, 10),
        ("seventeenth", calls, 26, 26),
        ("seventeenth", vendors, 10, 10),
        ("eighteenth", calls, 26, 26),
        ("eighteenth", vendors, 9, 10),
        ("nineteenth", calls, 25, 26),
        ("nineteenth", vendors, 10, 10),
        ("twentieth", calls, 26, 26),
        ("twentieth", vendors, 10, 10),
    ],  # fmt: skip
)
def test_in_order(tools: Tools, name: str, measured, at_least: int, of: int) -> None:
    rows = list(measured(written(name), tools))
    wrong = ["  ".join(row) for row in rows if row[-1] == "no"]
    assert len(rows) == of
    assert len(rows) - len(wrong) >= at_least, "\n".join(wrong)


@pytest.mark.parametrize(
    ("name", "lang", "count", "at_most"),
    [
        ("second", "zh", 260, 0.03),
        ("second", "en", 260, 0.09),
        ("third", "zh", 250, 0.06),
        ("third", "en", 250, 0.03),
        ("fourth", "zh", 240, 0.10),
        ("fourth", "en", 240, 0.11),
    ],  # fmt: skip
)
def test_rarely_asks_back(tools: Tools, name: str, lang: str, count: int, at_most: float) -> None:
    asked = written(name).questions[lang]
    back = [text for scenario, text in asked if became(scenario, text, lang, tools) == "asked back"]
    assert len(asked) == count
    assert len(back) <= at_most * len(asked), "\n".join(back)


@pytest.mark.parametrize("lang", LANGS)
def test_no_credit_for_what_sells_nothing(tools: Tools, lang: str) -> None:
    junk = yaml.safe_load((REHEARSALS / "junk.yml").read_text(encoding="utf-8"))[lang]
    call = begin(tools.knowledge.scenarios["burned_engineer"], "normal", lang, DAY, tools)
    credited = [text for text in junk if CREDITS & {mark["name"] for mark in play(call, text, tools).turns[-1].marks}]
    assert len(junk) == 20
    assert not credited


@pytest.mark.parametrize("name", LATER)
def test_is_whole(name: str) -> None:
    kinds = {
        (quality, lang) for scripts in written(name).calls.values() for quality in scripts for lang in scripts[quality]
    }
    assert kinds == {(quality, lang) for quality in QUALITIES for lang in LANGS}
