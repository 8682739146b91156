"""Which drill is due when, and why."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from fsrs import Rating

from coach.progress.record import Record
from coach.progress.schedule import next_day, rating, schedule
from tests.coach.progress.records import call, drilled

TODAY = date(2026, 3, 20)


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        (0, Rating.Again), (0.49, Rating.Again), (0.5, Rating.Hard), (0.65, Rating.Hard), (4 / 6, Rating.Good),
        (0.99, Rating.Good), (1, Rating.Easy),
    ],
)  # fmt: skip
def test_rating(practice: Any, share: float, expected: Rating) -> None:
    assert rating(share, practice.knowledge.rehearsing.repetition) == expected


@pytest.mark.parametrize(
    ("rounds", "days"),
    [
        ([("2026-03-01", 0)], 1),
        ([("2026-03-01", 0.5)], 1),
        ([("2026-03-01", 0.8)], 2),
        ([("2026-03-01", 1)], 8),
        ([("2026-02-21", 1), ("2026-03-01", 1)], 60),
        ([("2026-02-21", 1), ("2026-03-01", 0)], 1),
        ([("2026-03-05", 1), ("2026-03-01", 1)], 13),  # a clock that was set back
    ],
)
def test_next_day(practice: Any, rounds: list[tuple[str, float]], days: int) -> None:
    done = [drilled(day, "closing", share) for day, share in rounds]
    repetition = practice.knowledge.rehearsing.repetition
    found = next_day(done, repetition)
    assert (found - date(2026, 3, 1)).days == days
    assert all(next_day(done, repetition) == found for _ in range(5)), "no chance in it"


WEAK = {"paraphrase": 0.2, "next_step": 0.1, "need_surface": 0.9, "problem": 0.8}


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([], []),
        ([call("2026-03-19", need_surface=0.9, paraphrase=0.5)], []),
        # weak and never done: the weakest first
        ([call("2026-03-19", **WEAK)], ["closing/next_step", "paraphrase/paraphrase"]),
        ([call("2026-03-19", kind="review", **WEAK)], ["closing/next_step", "paraphrase/paraphrase"]),
        # another skill that the same drill trains is the weak one
        ([call("2026-03-19", follow_up=0.1, paraphrase=0.3)], ["paraphrase/follow_up"]),
        # only the latest call counts
        ([call("2026-03-18", **WEAK), call("2026-03-19", next_step=1.0)], []),
        # drilled since: by the schedule
        ([call("2026-03-19", **WEAK), drilled("2026-03-19", "closing", 1)], ["paraphrase/paraphrase", "closing/2026-03-27"]),
        # weak again after the drill: practised least comes first
        ([drilled("2026-03-18", "closing", 1), call("2026-03-19", **WEAK)], ["paraphrase/paraphrase", "closing/next_step"]),
        # a drill that the knowledge no longer has
        ([drilled("2026-03-18", "gone", 1)], []),
        # what is due later comes later
        ([drilled("2026-03-18", "closing", 1), drilled("2026-03-19", "paraphrase", 0.8)], ["paraphrase/2026-03-21", "closing/2026-03-26"]),
    ],
)  # fmt: skip
def test_schedule(practice: Any, records: list[Record], expected: list[str]) -> None:
    assert [f"{due.drill}/{due.skill or due.day}" for due in schedule(records, TODAY, practice)] == expected
