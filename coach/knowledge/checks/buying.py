"""The buyer's side: do the steps make a whole process, and the calendars a whole year? Do names stand for something?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from coach.knowledge.buying import NO_STEP, STEPS, Action, Calendar, Event
from coach.knowledge.checks.references import missing
from coach.knowledge.fault import fault
from coach.knowledge.load import Knowledge
from coach.knowledge.problem import Problem
from coach.knowledge.yaml_lines import Document
from coach.season.occurrences import months_of

LEAP_YEAR = 2028  # a day that exists in it exists in all years, 29 February aside, which is then the 28th
MONTHS = range(1, 13)


def problems(knowledge: Knowledge) -> Iterator[Problem]:
    """Yield every problem of meaning in steps, calendars and checklists."""
    yield from _of_steps(knowledge)
    for key, calendar in knowledge.calendars.items():
        yield from _of_calendar(calendar, knowledge.sources[("calendars", key)], knowledge)
    firsts = [key for key, calendar in knowledge.calendars.items() if calendar.first]
    for key in firsts[1:]:
        document = knowledge.sources[("calendars", key)]
        yield Problem(document.path, document.line(("first",)), fault("second_first", first=firsts[0]))
    if knowledge.calendars and not firsts:
        yield Problem(knowledge.root / "calendars", 1, fault("no_first"))
    for key, checklist in knowledge.checklists.items():
        document = knowledge.sources[("checklists", key)]
        yield from _repeated(checklist.items, ("items",), document)
        for i, item in enumerate(checklist.items):
            for j, topic in enumerate(item.needs):
                yield from missing(document, ("items", i, "needs", j), topic, knowledge.needs, fault("what_need_topic"))


def _of_steps(knowledge: Knowledge) -> Iterator[Problem]:
    numbers: dict[int, str] = {}
    for key, step in knowledge.process.items():
        document = knowledge.sources[("process", key)]
        for i, role in enumerate(step.who):
            yield from missing(document, ("who", i), role, knowledge.roles, fault("what_role"))
        if step.order in numbers:
            twice = fault("step_twice", step=step.order, first=numbers[step.order])
            yield Problem(document.path, document.line(("order",)), twice)
        numbers.setdefault(step.order, key)
    for example in knowledge.examples("step"):
        if example.label not in {*knowledge.process, NO_STEP}:
            yield Problem(example.path, example.line, fault("unknown", what=fault("what_step"), name=example.label))
    absent = tuple(number for number in range(1, STEPS + 1) if number not in numbers)
    if knowledge.process and absent:
        yield Problem(knowledge.root / "process", 1, fault("steps_absent", steps=absent))


def _of_calendar(calendar: Calendar, document: Document, knowledge: Knowledge) -> Iterator[Problem]:
    for i, name in enumerate(calendar.catalogues):
        yield from missing(document, ("catalogues", i), name, knowledge.catalogues, fault("what_catalogue"))
    yield from _repeated([*calendar.phases, *calendar.events], ("phases",), document)
    for kind in ("phases", "events"):
        for i, item in enumerate(getattr(calendar, kind)):
            yield from _of_actions(item.actions, (kind, i, "actions"), document)
    covered = {month for phase in calendar.phases for month in months_of(phase)}
    if absent := tuple(month for month in MONTHS if month not in covered):
        yield Problem(document.path, document.line(("phases",)), fault("months_absent", months=absent))
    for i, event in enumerate(calendar.events):
        yield from _of_event(event, i, document)


def _of_actions(actions: Sequence[Action], keys: tuple[str | int, ...], document: Document) -> Iterator[Problem]:
    for i, action in enumerate(actions):
        if action.opens <= action.closes:
            shut = fault("never_opens", opens=action.opens, closes=action.closes)
            yield Problem(document.path, document.line((*keys, i, "opens")), shut)
    yield from _repeated(actions, keys, document)


def _of_event(event: Event, number: int, document: Document) -> Iterator[Problem]:
    keys = ("events", number)
    if event.usual is None and not event.dates:
        yield Problem(document.path, document.line(keys), fault("no_days", event=event.id))
    for name in ("begins", "ends") if event.usual else ():
        if not _is_day(f"{LEAP_YEAR}-{getattr(event.usual, name)}"):
            yield Problem(document.path, document.line((*keys, "usual", name)), fault("no_such_day"))
    years = set()
    for i, dates in enumerate(event.dates):
        line = document.line((*keys, "dates", i))
        if not (_is_day(dates.begins) and _is_day(dates.ends)):
            yield Problem(document.path, line, fault("no_such_day"))
        elif dates.ends < dates.begins:
            yield Problem(document.path, line, fault("ends_before", ends=dates.ends, begins=dates.begins))
        if dates.begins[:4] in years:
            yield Problem(document.path, line, fault("year_twice", year=dates.begins[:4]))
        years.add(dates.begins[:4])


def _is_day(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _repeated(items: Sequence[object], keys: tuple[str | int, ...], document: Document) -> Iterator[Problem]:
    seen: set[str] = set()
    for item in items:
        name = item.id  # type: ignore[attr-defined]
        if name in seen:
            yield Problem(document.path, document.line(keys), fault("id_twice", id=name))
        seen.add(name)
