"""The numbers behind page and picture."""

from __future__ import annotations

import pytest

from coach.progress.page import sparkline
from coach.progress.series import changes, latest
from tests.coach.progress.records import call

SKILLS = ("problem", "benefit", "summary", "evidence")


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ({"problem": 0.5}, {"problem": 0.5}, []),
        ({"problem": 0.5}, {"problem": 0.504}, []),
        ({"problem": 0.5}, {"benefit": 0.5}, []),
        ({"problem": 0.5}, {"problem": 0.75}, [("problem", 25)]),
        ({"problem": 0.1, "benefit": 0.9, "summary": 0.0, "evidence": 0.5}, {"problem": 0.2, "benefit": 0.85, "summary": 1, "evidence": 0},
         [("summary", 100), ("evidence", -50), ("problem", 10), ("benefit", -5)]),
        ({"problem": 0.1, "benefit": 0.1, "summary": 0.1}, {"problem": 0.2, "benefit": 0.3, "summary": 1},
         [("summary", 90), ("benefit", 20), ("problem", 10)]),
        ({"gone": 0.1}, {"gone": 1}, []),
    ],
)  # fmt: skip
def test_best_and_worst_change_come_first(
    before: dict[str, float], now: dict[str, float], expected: list[tuple[str, int]]
) -> None:
    assert changes([call("2026-03-01", **before), call("2026-03-02", **now)], SKILLS) == expected


def test_one_call_changes_nothing() -> None:
    assert changes([call("2026-03-01", problem=1)], SKILLS) == []


@pytest.mark.parametrize(
    ("series", "line", "last"),
    [
        ([], "", None),
        ([None], "·", None),
        ([0, 0.5, 1], "▁▅█", 1),
        ([0.2, None, 0.4, None], "▂·▄·", 0.4),
        ([0.0], "▁", 0.0),
    ],
)
def test_sparkline_and_latest(series: list[float | None], line: str, last: float | None) -> None:
    assert sparkline(series) == line
    assert latest(series) == last
