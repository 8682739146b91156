"""When the phases and events of a calendar take place, from day to day, across the turn of the year."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from coach.knowledge.buying import Event, Phase, UsualDays

YEARS_AHEAD = 10  # an event by dates alone may be years away


@dataclass(frozen=True)
class Span:
    """Whole days from the first to the last."""

    begins: date
    ends: date

    def holds(self, day: date) -> bool:
        return self.begins <= day <= self.ends


def day_in(year: int, month_day: str) -> date:
    """Return "MM-DD" of `year`; 29 February is the 28th in other years. Raises ValueError when there is no such day."""
    month, day = map(int, month_day.split("-"))
    if (month, day) == (2, 29) and not calendar.isleap(year):
        day = 28
    return date(year, month, day)


def phase_spans(phase: Phase, today: date) -> list[Span]:
    """Return the occurrence that holds `today`, if any, and the next one, in order."""
    spans = [_months(phase, year) for year in range(today.year - 1, today.year + 2)]
    running = [span for span in spans if span.holds(today)]
    coming = [span for span in spans if span.begins > today]
    return [*running, *coming[:1]]


def event_spans(event: Event, today: date) -> Iterator[Span]:
    """Yield the occurrences that are not over, in order: usual days, replaced by real ones of the same year."""
    real = {}
    for dates in event.dates:
        real[int(dates.begins[:4])] = Span(date.fromisoformat(dates.begins), date.fromisoformat(dates.ends))
    for year in range(today.year - 1, today.year + YEARS_AHEAD):
        span = real.get(year) or (_usual(event.usual, year) if event.usual else None)
        if span and span.ends >= today:
            yield span


def months_of(phase: Phase) -> list[int]:
    """Return the months of a phase in order, across the turn of the year."""
    count = (phase.ends - phase.begins) % 12 + 1
    return [(phase.begins - 1 + i) % 12 + 1 for i in range(count)]


def _months(phase: Phase, year: int) -> Span:
    """Return the occurrence that begins in `year`; months are whole, so leap years need no care of an editor."""
    last_year = year + (phase.ends < phase.begins)
    last = date(last_year + phase.ends // 12, phase.ends % 12 + 1, 1) - timedelta(days=1)
    return Span(date(year, phase.begins, 1), last)


def _usual(days: UsualDays, year: int) -> Span:
    begins, ends = day_in(year, days.begins), day_in(year, days.ends)
    return Span(begins, ends if ends >= begins else day_in(year + 1, days.ends))
