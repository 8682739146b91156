"""The buying calendar from day to day: the turn of the year, leap years, overrides; page and picture."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from xml.etree import ElementTree

import pytest

from coach.accounts.records import Account
from coach.knowledge.buying import Calendar, Event, Phase
from coach.season.occurrences import Span, day_in, event_spans, months_of, phase_spans
from coach.season.page import calendar_page
from coach.season.picture import season_picture
from coach.season.season import calendar_for, season

TEXT = {"zh": "某", "en": "some"}


def phase(begins: int, ends: int) -> Phase:
    return Phase(id="p", name=TEXT, begins=begins, ends=ends, buyer=TEXT, us=TEXT)


def event(**values: Any) -> Event:
    return Event(id="e", name=TEXT, us=TEXT, **values)


@pytest.mark.parametrize(
    ("begins", "ends", "today", "span", "months"),
    [
        (1, 3, "2026-02-10", ("2026-01-01", "2026-03-31"), [1, 2, 3]),
        (12, 2, "2028-01-10", ("2027-12-01", "2028-02-29"), [12, 1, 2]),
        (12, 2, "2027-12-31", ("2027-12-01", "2028-02-29"), [12, 1, 2]),
        (12, 12, "2026-12-31", ("2026-12-01", "2026-12-31"), [12]),
        (1, 12, "2026-06-01", ("2026-01-01", "2026-12-31"), list(range(1, 13))),
        (9, 10, "2026-11-01", ("2027-09-01", "2027-10-31"), [9, 10]),
    ],
)
def test_phases(begins: int, ends: int, today: str, span: tuple[str, str], months: list[int]) -> None:
    found = phase_spans(phase(begins, ends), date.fromisoformat(today))[0]
    assert (str(found.begins), str(found.ends)) == span
    assert months_of(phase(begins, ends)) == months


@pytest.mark.parametrize(
    ("values", "today", "expected"),
    [
        ({"usual": {"begins": "04-15", "ends": "05-05"}}, "2026-05-05", "2026-04-15"),
        ({"usual": {"begins": "04-15", "ends": "05-05"}}, "2026-05-06", "2027-04-15"),
        ({"usual": {"begins": "12-20", "ends": "01-05"}}, "2027-01-05", "2026-12-20"),
        ({"usual": {"begins": "02-29", "ends": "02-29"}}, "2027-02-01", "2027-02-28"),
        ({"usual": {"begins": "02-29", "ends": "02-29"}}, "2028-02-29", "2028-02-29"),
        ({"usual": {"begins": "04-15", "ends": "05-05"}, "dates": [{"begins": "2026-04-20", "ends": "2026-05-01"}]}, "2026-04-01", "2026-04-20"),
        ({"dates": [{"begins": "2026-05-07", "ends": "2026-05-13"}]}, "2026-01-01", "2026-05-07"),
        ({"dates": [{"begins": "2026-05-07", "ends": "2026-05-13"}]}, "2026-06-01", None),
    ],
)  # fmt: skip
def test_events(values: dict[str, Any], today: str, expected: str | None) -> None:
    span = next(event_spans(event(**values), date.fromisoformat(today)), None)
    assert (str(span.begins) if span else None) == expected


def test_no_such_day() -> None:
    with pytest.raises(ValueError):
        day_in(2026, "02-30")
    assert not Span(date(2026, 1, 1), date(2026, 1, 2)).holds(date(2026, 1, 3))


def test_weeks_are_to_the_nearest(tools: Any) -> None:
    calendar = tools.knowledge.calendars["led_lighting_export"]
    fair = next(item for item in season(calendar, date(2026, 9, 10)).coming if item.what.id == "canton_autumn")
    assert (fair.days_left, fair.weeks_left) == (35, 5)
    assert fair.next_action is not None
    assert (fair.next_action[0].id, str(fair.next_action[1])) == ("confirm", "2026-10-01")


@pytest.mark.parametrize(
    ("trade", "expected"),
    [
        (None, "led_lighting_export"), ("led_lighting", "led_lighting_export"), ("nothing", "led_lighting_export"),
        ("packaging_machines", "packaging_machines"), ("hospital_equipment", "hospital_equipment"),
    ],
)  # fmt: skip
def test_calendar_of_a_trade(tools: Any, trade: str | None, expected: str) -> None:
    found = calendar_for(trade, tools.knowledge)
    assert found is not None
    assert found.id == expected


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["led_lighting_export", "packaging_machines", "hospital_equipment"])
def test_every_day_has_a_short_page_with_a_phase(tools: Any, name: str, lang: str) -> None:
    day = date(2027, 12, 25)
    while day < date(2029, 1, 10):
        lines = calendar_page(name, day, lang, tools).splitlines()
        assert 3 <= len(lines) <= 15
        assert f"calendars/{name}." in lines[1]
        day += timedelta(days=9)


@pytest.mark.parametrize(
    ("lang", "day", "said"),
    [
        ("en", date(2026, 9, 10), "5 weeks to the autumn Canton Fair (2026-10-15): ask for the appointment now."),
        ("zh", date(2026, 9, 10), "离秋季广交会还有 5 周（2026-10-15）：现在就约展会见面的时间"),
        ("en", date(2026, 10, 8), "7 days to the autumn Canton Fair"),
        ("en", date(2026, 10, 20), "the autumn Canton Fair is on (to 2026-11-04)"),
        ("en", date(2026, 11, 25), "Nothing is due today"),
    ],
)
def test_page(tools: Any, lang: str, day: date, said: str) -> None:
    assert said in calendar_page(Account("X", trade="led_lighting"), day, lang, tools)


def test_without_any_calendar(tools: Any) -> None:
    from types import SimpleNamespace

    empty = SimpleNamespace(knowledge=SimpleNamespace(calendars={}), words=tools.words)
    assert "knowledge/calendars" in calendar_page(None, date(2026, 1, 1), "en", empty)  # type: ignore[arg-type]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("day", [date(2026, 1, 1), date(2028, 2, 29), date(2026, 12, 31)])
def test_picture(tools: Any, lang: str, day: date) -> None:
    for calendar in tools.knowledge.calendars.values():
        assert isinstance(calendar, Calendar)
        root = ElementTree.fromstring(season_picture(calendar, day, lang, tools))
        desc = root.find("{http://www.w3.org/2000/svg}desc")
        assert desc is not None
        assert str(day) in (desc.text or "")
        bars = root.iter("{http://www.w3.org/2000/svg}rect")
        assert all(0 <= float(bar.get("x") or 0) + float(bar.get("width") or 0) <= 360 for bar in bars)
