"""When the brief comes: the evening before and an hour before, on the user's clock, through changes of clocks."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

from coach.accounts.records import Visit
from coach.context import Tools
from coach.visits.moments import begins, moments, zone_of


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=timezone.utc)


@pytest.mark.parametrize(
    ("visit", "zone", "now", "due"),
    [
        (Visit("2026-12-03T10:00"), "Asia/Shanghai", "2026-11-01T00:00", ["evening 2026-12-02T10:00", "hour 2026-12-03T01:00", "after 2026-12-03T03:30"]),
        (Visit("2026-12-03T10:00", "Europe/Berlin"), "Asia/Shanghai", "2026-11-01T00:00", ["evening 2026-12-02T10:00", "hour 2026-12-03T08:00", "after 2026-12-03T10:30"]),
        # clocks go back on 25 October 2026 at 3:00 in Berlin: the evening before is still summer time
        (Visit("2026-10-25T10:00"), "Europe/Berlin", "2026-10-01T00:00", ["evening 2026-10-24T16:00", "hour 2026-10-25T08:00", "after 2026-10-25T10:30"]),
        # and forward on 29 March 2026
        (Visit("2026-03-29T10:00"), "Europe/Berlin", "2026-03-01T00:00", ["evening 2026-03-28T17:00", "hour 2026-03-29T07:00", "after 2026-03-29T09:30"]),
        # the evening has passed: left out
        (Visit("2026-12-03T10:00"), "Asia/Shanghai", "2026-12-02T11:00", ["hour 2026-12-03T01:00", "after 2026-12-03T03:30"]),
        # within the hour before: at once
        (Visit("2026-12-03T10:00"), "Asia/Shanghai", "2026-12-03T01:20", ["hour! 2026-12-03T01:20", "after 2026-12-03T03:30"]),
        (Visit("2026-12-03T10:00"), "Asia/Shanghai", "2026-12-03T02:30", ["after 2026-12-03T03:30"]),
        (Visit("2026-12-03T10:00"), "Asia/Shanghai", "2026-12-04T00:00", []),
        (Visit("2026-12-03T10:00", minutes=120), "No/Such", "2026-12-03T09:30", ["hour! 2026-12-03T09:30", "after 2026-12-03T12:30"]),
    ],
)  # fmt: skip
def test_moments(tools: Tools, visit: Visit, zone: str, now: str, due: list[str]) -> None:
    found = moments(visit, zone, tools.knowledge.visiting, at(now))
    assert [f"{m.kind}{'!' if m.at_once else ''} {m.at.isoformat()[:16]}" for m in found] == due


@pytest.mark.parametrize("name", ["", None, "../etc", "Europe", "x" * 300])
def test_a_zone_that_there_is_not_is_utc(name: str | None) -> None:
    assert zone_of(name) == timezone.utc


def test_a_time_that_is_left_out_and_one_that_comes_twice() -> None:
    assert begins(Visit("2026-03-29T02:30"), "Europe/Berlin") == at("2026-03-29T01:30")
    assert begins(Visit("2026-10-25T02:30"), "Europe/Berlin") == at("2026-10-25T00:30")
