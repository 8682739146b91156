"""Plays the sets that came later: what is reached must stay; docs/rehearsals.md tells what each was as first read.

Of the calls every sixth set is played and of the vendors each other, the newest always, since they take long:
`-m benchmarks.rehearsal` plays all.
"""

from __future__ import annotations

from functools import cache

import pytest
import yaml

from benchmarks.rehearsal import DAY, LANGS, LATER, QUALITIES, REHEARSALS, became, calls, later_set, vendors
from coach.context import Tools
from coach.rehearsal.step import begin, play

written = cache(later_set)
# tellings that are still out of order, and why in docs/rehearsals.md
SHORT = {"twentyninth": [f"vendors en {n}" for n in (10, 25, 30, 38, 51, 54)]}
CREDITS = {"empathy", "offer", "benefit", "evidence", "paraphrase", "summary", "teach", "relation", "permission"}


@pytest.mark.parametrize(
    ("name", "measured"),
    [*((name, calls) for name in LATER[::-6]), *((name, vendors) for name in LATER[::-2])],
)
def test_in_order(tools: Tools, name: str, measured) -> None:
    found = list(measured(written(name), tools))
    wrong = [one.row() for one in found if not one.holds]
    known = SHORT.get(name, []) if measured is vendors else []
    assert len(found) >= 10
    assert [" ".join(row[:2]) for row in wrong] == known, "\n".join("  ".join(row) for row in wrong)


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
