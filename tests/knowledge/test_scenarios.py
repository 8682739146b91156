"""Plays the calls in scenarios/<id>.yml: a good seller scores above a mediocre one, and that one above a bad one.

The calls were written by people who had not seen the phrases. `known_failures.yml` lists those that do not come out
as they should yet, as <scenario>.<lang> or plums.<lang>.<number>: once one does, the test demands that it is taken off.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from coach.context import Tools
from coach.rehearsal.debrief import debrief
from coach.rehearsal.step import begin, play_all
from tests.yaml_files import held

TWINS = Path(__file__).parent / "scenarios"
KNOWN_FAILURES = TWINS / "known_failures.yml"
GRADES = ("good", "mediocre", "bad")
TODAY = date(2026, 11, 25)
APART = 15  # points between two grades
VENDORS_APART = 20  # points between two vendors
NEEDS_OF_VENDORS: tuple[set[str], ...] = ({"none"}, {"surface"}, {"surface", "latent", "deep"})


def read(path: Path) -> Any:
    return held(path)


def twins() -> list[Path]:
    return [path for path in sorted(TWINS.glob("*.yml")) if path != KNOWN_FAILURES]


def cases(kind: str) -> list[Any]:
    """Return the calls to compare, the best first for scripts, vendor one first for vendors; each with its key."""
    found: dict[str, tuple[str, str, list[list[str]]]] = {}
    for path in twins():
        held = read(path).get(kind, {})
        for lang in ("zh", "en") if held else ():
            if kind == "scripts":
                found[f"{path.stem}.{lang}"] = (path.stem, lang, [held[grade][lang] for grade in GRADES])
            else:
                for number, calls in enumerate(held[lang], start=1):
                    found[f"{path.stem}.{lang}.{number}"] = (path.stem, lang, calls)
    known = read(KNOWN_FAILURES) or {}
    return [
        pytest.param(
            *case,
            id=key,
            marks=[pytest.mark.xfail(reason=known[key], strict=True, raises=AssertionError)] if key in known else [],
        )
        for key, case in found.items()
    ]


def played(scenario: str, lang: str, lines: list[str], tools: Tools) -> dict[str, Any]:
    fresh = begin(tools.knowledge.scenarios[scenario], "normal", lang, TODAY, tools)
    return debrief(play_all(fresh, lines, tools), tools)


def levels(result: dict[str, Any]) -> set[str]:
    return {need["level"] for need in result["needs"] if need["found"]} or {"none"}


@pytest.mark.parametrize(("scenario", "lang", "calls"), cases("scripts"))
def test_better_calls_score_higher(tools: Tools, scenario: str, lang: str, calls: list[list[str]]) -> None:
    scores = dict(zip(GRADES, (played(scenario, lang, lines, tools)["score"] for lines in calls), strict=True))
    assert scores["good"] >= scores["mediocre"] + APART, scores
    assert scores["mediocre"] >= scores["bad"] + APART, scores


@pytest.mark.parametrize(("scenario", "lang", "calls"), cases("vendors"))
def test_three_vendors(tools: Tools, scenario: str, lang: str, calls: list[list[str]]) -> None:
    results = [played(scenario, lang, lines, tools) for lines in calls]
    assert tuple(levels(result) for result in results) == NEEDS_OF_VENDORS
    first, second, third = (result["score"] for result in results)
    assert first + VENDORS_APART <= second, (first, second, third)
    assert second + VENDORS_APART <= third, (first, second, third)


@pytest.mark.parametrize("path", twins(), ids=lambda path: path.stem)
def test_twins_hold_calls_in_both_languages(path: Path) -> None:
    held = read(path)
    if "vendors" in held:
        assert all(len(calls) == 3 and all(calls) for lang in ("zh", "en") for calls in held["vendors"][lang])
    else:
        assert all(held["scripts"][grade][lang] for grade in GRADES for lang in ("zh", "en"))


def test_known_failures_are_cases() -> None:
    known = {case.id for kind in ("scripts", "vendors") for case in cases(kind)}
    assert set(read(KNOWN_FAILURES) or {}) <= known
