"""The page: short, in one language, with what changed and what is next."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from coach.progress.page import progress_page
from coach.progress.record import Record
from tests.coach.progress.records import call, drilled

TODAY = date(2026, 3, 20)


def full(practice: Any, days: int = 28) -> list[Record]:
    """As much as a page can hold: every skill in many calls, every drill in many rounds."""
    skills = [item.id for item in practice.knowledge.rubric.criteria]
    found = []
    for day in range(1, days + 1):
        found.append(
            call(f"2026-01-{day:02}", day % 100, **{skill: (day + i) % 7 / 7 for i, skill in enumerate(skills)})
        )
        found += [drilled(f"2026-01-{day:02}", drill, day % 6 / 6) for drill in practice.knowledge.drills]
    return found


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_page_is_short_and_in_one_language(practice: Any, lang: str) -> None:
    page = progress_page(full(practice), TODAY, lang, practice)
    assert len(page.splitlines()) <= 26 - 3, "the project has three more drills than these"
    assert max(map(len, page.splitlines())) <= 240
    assert "\n\n" not in page, "channels cut a message at blank lines"
    assert bool(re.search("[\u4e00-\u9fff]", page)) == (lang == "zh")
    assert "{" not in page


STORY = [
    call("2026-03-01", 40, need_surface=0.5, problem=0.0, paraphrase=1.0),
    drilled("2026-03-02", "paraphrase", 5 / 6),
    call("2026-03-03", 62, kind="review", need_surface=0.25, problem=1.0, paraphrase=1.0),
    call("2026-03-05", 55, need_surface=0.75, problem=0.6, next_step=0.2),
]


@pytest.mark.parametrize(
    "said",
    [
        "Up to 2026-03-20 – rehearsals: 2, drills: 1, reviews of real calls: 1",
        "- ▄▅▅  55% Score, the best 62: anywhere (2026-03-03)",
        "- ▅▃▆  75% Surface needs",
        "- ▁█▅  60% Problem questions",
        "- ██· 100% Paraphrase",
        "- ··▂  20% Agreed next step",
        "Since the call before (2026-03-03), in percentage points: Surface needs up 50, Problem questions down 40.",
        "- ▇  83% The paraphrase",
        "Next: the drill “The closing”. “Agreed next step” was at 20% in your latest call (2026-03-05), and you have never drilled it. Also due: The paraphrase.",
    ],
)
def test_page_tells_the_story(practice: Any, said: str) -> None:
    assert any(line.startswith(said) for line in progress_page(STORY, TODAY, "en", practice).splitlines())


@pytest.mark.parametrize(
    ("records", "start"),
    [
        ([], "There is no record yet"),
        ([call("2026-03-19", problem=1.0)], "No drill is due. Say"),
        ([drilled("2026-03-19", "closing", 1)], "No drill is due today. The next is “The closing” on 2026-03-27: your last round (2026-03-19) passed 100%."),
        ([drilled("2026-03-10", "closing", 1)], "Next: the drill “The closing”, due 2026-03-18."),
        ([drilled("2026-03-10", "closing", 1), call("2026-03-19", next_step=0.1)],
         "Next: the drill “The closing”. “Agreed next step” was at 10% in your latest call (2026-03-19), and you last drilled it before, on 2026-03-10."),
        ([Record("2026-03-19", "dream", "x", 1, {})], "No drill is due."),
    ],
)  # fmt: skip
def test_what_is_next(practice: Any, records: list[Record], start: str) -> None:
    assert progress_page(records, TODAY, "en", practice).splitlines()[-1].startswith(start)


@pytest.mark.parametrize(
    ("difficulties", "lang", "said", "unsaid"),
    [
        ((None, None), "en", ["(2026-03-01)", "(2026-03-01), in"], ["ifficult"]),
        (("normal", "normal"), "zh", ["（2026-03-01）"], ["难度", "标准"]),
        (
            ("hard", "normal"),
            "en",
            ["anywhere (2026-03-01, hard)", "the call before (2026-03-01, hard)"],
            ["Difficulty"],
        ),
        (("normal", "easy"), "zh", ["（2026-03-01）", "最近一场的难度：入门。"], ["标准"]),
        (("hard", "nightmare"), "en", ["(2026-03-01, hard)", "Difficulty of the latest call: nightmare."], []),
    ],
)
def test_difficulty_is_named_unless_normal(
    practice: Any, difficulties: tuple[str | None, str | None], lang: str, said: list[str], unsaid: list[str]
) -> None:
    first, second = difficulties
    records = [
        replace(call("2026-03-01", 60, problem=0.5), difficulty=first),
        replace(call("2026-03-02", 50, problem=1.0), difficulty=second),
    ]
    page = progress_page(records, TODAY, lang, practice)
    assert all(words in page for words in said), page
    assert not any(words in page for words in unsaid), page


def test_nothing_changed_is_said(practice: Any) -> None:
    page = progress_page([call("2026-03-01", problem=0.5), call("2026-03-02", problem=0.5)], TODAY, "zh", practice)
    assert "和上一场（2026-03-01）比，各项没有变化。" in page


def test_ten_thousand_records_are_quick(practice: Any) -> None:
    records = full(practice, 28) * (10_000 // 112)
    start = time.perf_counter()
    progress_page(records, TODAY, "en", practice)
    assert time.perf_counter() - start < 2
