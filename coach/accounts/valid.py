"""Whether a record's values fit: checked before anything is written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from coach.accounts.errors import BadValueError
from coach.accounts.records import (
    CANCELLED,
    DONE,
    PLANNED,
    Account,
    Contact,
    NextStep,
    Observation,
    Opportunity,
    Order,
    Record,
    Visit,
)

LONGEST_NAME = 200
LONGEST_TEXT = 20_000
MOST_MONEY = Decimal(10) ** 13  # more than any order there ever was: a slip of the keyboard
LARGEST_INFLUENCE, LAST_STEP, LONGEST_VISIT = 5, 14, 24 * 60


def check(record: Record) -> None:
    """Raise BadValueError with the first value that does not fit."""
    for name, value in vars(record).items():
        if isinstance(value, str):
            _text(name, value)
    if isinstance(record, Account | Contact | Opportunity):
        _name(record.name)
    for name, day in _days(record):
        _day(name, day)
    for name, amount in _amounts(record):
        _amount(name, amount)
    if isinstance(record, Contact) and record.influence is not None:
        _between("influence", record.influence, 1, LARGEST_INFLUENCE)
    if isinstance(record, Account | Opportunity) and record.step is not None:
        _between("step", record.step, 1, LAST_STEP)
    if isinstance(record, Visit):
        _visit(record)


def _text(name: str, value: str) -> None:
    if "\0" in value:  # PostgreSQL stores no such character
        raise BadValueError("text", field=name)
    if len(value) > LONGEST_TEXT:
        raise BadValueError("long", field=name, most=LONGEST_TEXT, length=len(value))


def _name(name: str) -> None:
    if not name.strip():
        raise BadValueError("name")
    if len(name) > LONGEST_NAME:
        raise BadValueError("long", field="name", most=LONGEST_NAME, length=len(name))


def _days(record: Record) -> Iterator[tuple[str, str]]:
    for name in ("day", "due", "done", "closes"):
        if (value := getattr(record, name, None)) is not None and not (isinstance(record, Visit)):
            yield name, value


def _day(name: str, value: str) -> None:
    try:
        date.fromisoformat(value)
    except ValueError:
        raise BadValueError("day", field=name, value=value) from None  # the cause would quote it in a log


def _amounts(record: Record) -> Iterator[tuple[str, str]]:
    if isinstance(record, Order | Opportunity):
        for name in ("amount", "margin"):
            if (value := getattr(record, name, None)) is not None:
                yield name, value


def _amount(name: str, value: str) -> None:
    try:
        number = Decimal(value)
    except InvalidOperation:
        raise BadValueError("amount", field=name, value=value) from None  # the cause would quote it in a log
    if not number.is_finite() or abs(number) >= MOST_MONEY:
        raise BadValueError("amount", field=name, value=value)


def _between(name: str, value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        raise BadValueError("range", field=name, value=value, least=least, most=most)


def _visit(visit: Visit) -> None:
    try:
        datetime.fromisoformat(visit.starts)
    except ValueError:
        raise BadValueError("day", field="starts", value=visit.starts) from None  # the cause would quote it in a log
    _between("minutes", visit.minutes, 1, LONGEST_VISIT)
    if visit.state not in (PLANNED, DONE, CANCELLED):
        raise BadValueError("choice", field="state", value=visit.state)


def future(record: Observation | Order | NextStep, today: date) -> bool:
    """Say whether the record tells of a day that has not come yet: worth asking, but no reason to refuse."""
    day = getattr(record, "day", None)
    return day is not None and date.fromisoformat(day) > today
