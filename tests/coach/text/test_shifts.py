"""By how much something is moved, in Chinese and English."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from coach.text.dates import dates_in
from coach.text.shifts import find_shift, shift_places
from coach.text.times import times_in


@pytest.mark.parametrize(
    ("text", "shift"),
    [
        ("by a week", timedelta(weeks=1)), ("two days later", timedelta(days=2)), ("an hour earlier", timedelta(hours=-1)),
        ("bring it forward by 3 days", timedelta(days=-3)), ("half an hour later", timedelta(minutes=30)), ("推迟一周", timedelta(weeks=1)),
        ("提前两天", timedelta(days=-2)), ("晚半个小时", timedelta(minutes=30)), ("延后10天", timedelta(days=10)), ("on Friday", None), ("周五", None),
    ],
)  # fmt: skip
def test_shift(text: str, shift: timedelta | None) -> None:
    assert find_shift(text) == shift
    assert bool(shift_places(text)) == (shift is not None)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("from thursday to friday", ["2026-03-05", "2026-03-06"]), ("把周四的改到下周二", ["2026-03-05", "2026-03-10"]),
        ("2026-04-01 or 3 april", ["2026-04-01", "2026-04-03"]), ("明天还是后天", ["2026-03-03", "2026-03-04"]), ("nothing", []),
        ("12月3日", ["2026-12-03"]), ("today", ["2026-03-02"]),
    ],
)  # fmt: skip
def test_all_dates(text: str, days: list[str]) -> None:
    assert [place.day.isoformat() for place in dates_in(text, date(2026, 3, 2))] == days


@pytest.mark.parametrize(
    ("text", "times"),
    [("from 10:00 to 3 pm", ["10:00", "15:00"]), ("十点改到下午两点半", ["10:00", "14:30"]), ("no time", [])],
)
def test_all_times(text: str, times: list[str]) -> None:
    assert [at for _, _, at in times_in(text)] == times
