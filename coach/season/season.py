"""What holds on a day: the phases that run, the events ahead with the weeks left, the actions whose time is now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from coach.knowledge.buying import Action, Calendar, Event, Phase
from coach.knowledge.load import Knowledge
from coach.season.occurrences import Span, event_spans, phase_spans

HORIZON = 400  # days: a little more than a year, so that a yearly event is always in sight
WEEK = 7


@dataclass(frozen=True)
class Running:
    """A phase that runs today, with its first and last day."""

    phase: Phase
    span: Span


@dataclass(frozen=True)
class Coming:
    """A phase or event ahead. `days_left` is 0 or less when it has begun; `now` are the actions whose window is open.

    `next_action` is the one whose window opens next, with the day on which it does; None when there is none.
    """

    what: Phase | Event
    span: Span
    days_left: int
    now: tuple[Action, ...]
    next_action: tuple[Action, date] | None

    @property
    def weeks_left(self) -> int:
        """Whole weeks to its first day, rounded to the nearest."""
        return (max(self.days_left, 0) + WEEK // 2) // WEEK


@dataclass(frozen=True)
class Season:
    """The buying year as it stands on `today`; running phases with the shortest first, coming ones by day."""

    calendar: Calendar
    today: date
    running: tuple[Running, ...]
    coming: tuple[Coming, ...]

    @property
    def due(self) -> list[Coming]:
        """What has an action to do now, the nearest first."""
        return [item for item in self.coming if item.now]


def season(calendar: Calendar, today: date) -> Season:
    """Return what holds on `today` by `calendar`."""
    running: list[Running] = []
    coming: list[Coming] = []
    for phase in calendar.phases:
        for span in phase_spans(phase, today):
            if span.holds(today):
                running.append(Running(phase, span))
            elif phase.actions:
                coming.append(_coming(phase, span, today))
    for event in calendar.events:
        ahead = next(event_spans(event, today), None)
        if ahead and (ahead.begins - today).days <= HORIZON:
            coming.append(_coming(event, ahead, today))
    running.sort(key=lambda item: (item.span.ends - item.span.begins, item.phase.id))
    coming.sort(key=lambda item: (item.span.begins, item.what.id))
    return Season(calendar, today, tuple(running), tuple(coming))


def calendar_for(trade: str | None, knowledge: Knowledge) -> Calendar | None:
    """Return the calendar of a trade: by its id, by a catalogue that it is for, else the first; None without any."""
    calendars = knowledge.calendars
    if trade in calendars:
        return calendars[trade]
    fitting = [one for one in calendars.values() if trade in one.catalogues]
    first = [one for one in calendars.values() if one.first]
    return next(iter([*fitting, *first, *calendars.values()]), None)


def _coming(what: Phase | Event, span: Span, today: date) -> Coming:
    now = [action for action in what.actions if _window(action, span).holds(today)]
    now.sort(key=lambda action: (action.closes, action.id), reverse=True)
    return Coming(what, span, (span.begins - today).days, tuple(now), _next_action(what.actions, span, today))


def _window(action: Action, span: Span) -> Span:
    """Return the days on which an action is due: from `opens` weeks before the first day to `closes` weeks before."""
    return Span(span.begins - timedelta(weeks=action.opens), span.begins - timedelta(weeks=action.closes))


def _next_action(actions: Sequence[Action], span: Span, today: date) -> tuple[Action, date] | None:
    later = [(action, _window(action, span).begins) for action in actions]
    ahead = [pair for pair in later if pair[1] > today]
    return min(ahead, key=lambda pair: (pair[1], pair[0].id), default=None)
