"""The buyer's side: do the steps make a whole process, and the calendars a whole year? Do names stand for something?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from coach.knowledge.buying import NO_STEP, STEPS, Action, Calendar, Event
from coach.knowledge.checks.references import missing
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
        yield Problem(document.path, document.line(("first",)), f"only one calendar is the first; '{firsts[0]}' is")
    if knowledge.calendars and not firsts:
        yield Problem(knowledge.root / "calendars", 1, "no calendar is the first; write 'first: true' into one")
    for key, checklist in knowledge.checklists.items():
        document = knowledge.sources[("checklists", key)]
        yield from _repeated(checklist.items, ("items",), document)
        for i, item in enumerate(checklist.items):
            for j, topic in enumerate(item.needs):
                yield from missing(document, ("items", i, "needs", j), topic, knowledge.needs, "need topic")


def _of_steps(knowledge: Knowledge) -> Iterator[Problem]:
    numbers: dict[int, str] = {}
    for key, step in knowledge.process.items():
        document = knowledge.sources[("process", key)]
        for i, role in enumerate(step.who):
            yield from missing(document, ("who", i), role, knowledge.roles, "role")
        if step.order in numbers:
            message = f"step {step.order} is already '{numbers[step.order]}'"
            yield Problem(document.path, document.line(("order",)), message)
        numbers.setdefault(step.order, key)
    for example in knowledge.examples("step"):
        if example.label not in {*knowledge.process, NO_STEP}:
            yield Problem(example.path, example.line, f"there is no step '{example.label}'")
    absent = [str(number) for number in range(1, STEPS + 1) if number not in numbers]
    if knowledge.process and absent:
        yield Problem(knowledge.root / "process", 1, f"no file has the order {', '.join(absent)}")


def _of_calendar(calendar: Calendar, document: Document, knowledge: Knowledge) -> Iterator[Problem]:
    for i, name in enumerate(calendar.catalogues):
        yield from missing(document, ("catalogues", i), name, knowledge.catalogues, "catalogue")
    yield from _repeated([*calendar.phases, *calendar.events], ("phases",), document)
    for kind in ("phases", "events"):
        for i, item in enumerate(getattr(calendar, kind)):
            yield from _of_actions(item.actions, (kind, i, "actions"), document)
    covered = {month for phase in calendar.phases for month in months_of(phase)}
    if absent := [str(month) for month in MONTHS if month not in covered]:
        yield Problem(document.path, document.line(("phases",)), f"no phase covers the month {', '.join(absent)}")
    for i, event in enumerate(calendar.events):
        yield from _of_event(event, i, document)


def _of_actions(actions: Sequence[Action], keys: tuple[str | int, ...], document: Document) -> Iterator[Problem]:
    for i, action in enumerate(actions):
        if action.opens <= action.closes:
            message = f"the window never opens: {action.opens} weeks ahead is not before {action.closes}"
            yield Problem(document.path, document.line((*keys, i, "opens")), message)
    yield from _repeated(actions, keys, document)


def _of_event(event: Event, number: int, document: Document) -> Iterator[Problem]:
    keys = ("events", number)
    if event.usual is None and not event.dates:
        yield Problem(document.path, document.line(keys), f"'{event.id}' has no days: give 'usual' or 'dates'")
    for name in ("begins", "ends") if event.usual else ():
        if not _is_day(f"{LEAP_YEAR}-{getattr(event.usual, name)}"):
            yield Problem(document.path, document.line((*keys, "usual", name)), "there is no such day")
    years = set()
    for i, dates in enumerate(event.dates):
        line = document.line((*keys, "dates", i))
        if not (_is_day(dates.begins) and _is_day(dates.ends)):
            yield Problem(document.path, line, "there is no such day")
        elif dates.ends < dates.begins:
            yield Problem(document.path, line, f"ends on {dates.ends}, before it begins on {dates.begins}")
        if dates.begins[:4] in years:
            yield Problem(document.path, line, f"the year {dates.begins[:4]} is given twice")
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
            yield Problem(document.path, document.line(keys), f"id '{name}' is used twice")
        seen.add(name)
