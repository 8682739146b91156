"""Plays the second set (`second/`): what is reached must stay; docs/rehearsals.md tells what it was as first read."""

from __future__ import annotations

from functools import cache

import pytest
import yaml

from benchmarks.rehearsal import DAY, LANGS, QUALITIES, REHEARSALS, became, calls, second_set, vendors
from coach.context import Tools
from coach.rehearsal.step import begin, play

written = cache(second_set)
CREDITS = {"empathy", "offer", "benefit", "evidence", "paraphrase", "summary", "teach", "relation", "permission"}


@pytest.mark.parametrize(
    ("measured", "at_least", "of"),
    [(calls, 24, 24), (vendors, 10, 10)],
    ids=["calls 15 apart", "vendors in order"],
)
def test_in_order(tools: Tools, measured, at_least: int, of: int) -> None:
    rows = list(measured(written(), tools))
    wrong = ["  ".join(row) for row in rows if row[-1] == "no"]
    assert len(rows) == of
    assert len(rows) - len(wrong) >= at_least, "\n".join(wrong)


@pytest.mark.parametrize(("lang", "at_most"), [("zh", 0.03), ("en", 0.09)])
def test_rarely_asks_back(tools: Tools, lang: str, at_most: float) -> None:
    asked = written().questions[lang]
    back = [text for name, text in asked if became(name, text, lang, tools) == "asked back"]
    assert len(asked) == 260
    assert len(back) <= at_most * len(asked), "\n".join(back)


@pytest.mark.parametrize("lang", LANGS)
def test_no_credit_for_what_sells_nothing(tools: Tools, lang: str) -> None:
    junk = yaml.safe_load((REHEARSALS / "junk.yml").read_text(encoding="utf-8"))[lang]
    call = begin(tools.knowledge.scenarios["burned_engineer"], "normal", lang, DAY, tools)
    credited = [text for text in junk if CREDITS & {mark["name"] for mark in play(call, text, tools).turns[-1].marks}]
    assert len(junk) == 20
    assert not credited


def test_is_whole() -> None:
    kinds = {
        (quality, lang) for scripts in written().calls.values() for quality in scripts for lang in scripts[quality]
    }
    assert kinds == {(quality, lang) for quality in QUALITIES for lang in LANGS}
