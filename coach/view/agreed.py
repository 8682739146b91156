"""What was agreed, as a page changes it with one press: a visit moved or called off, a next step done or open again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from coach.accounts.entered import as_seen, filled, whole
from coach.accounts.errors import BadValueError
from coach.accounts.records import PLANNED, NextStep, Record, Visit
from coach.context import Context
from coach.view.changes import told
from coach.visits.plan import cancel, move

Json = dict[str, Any]
Values = Mapping[str, Any]


def move_visit(account: str, key: str, values: Values, _lang: str, context: Context) -> Json:
    """Give a planned visit the start in `values`, today or later. Raises BookError."""
    starts = _from_today(filled("starts", values.get("starts")), context.today)
    return _changed(account, "visits", key, values, context, lambda seen: move(context.book, _planned(seen), starts))


def cancel_visit(account: str, key: str, values: Values, _lang: str, context: Context) -> Json:
    """Call a planned visit off. Raises BookError."""
    return _changed(account, "visits", key, values, context, lambda seen: cancel(context.book, _planned(seen)))


def tick_step(account: str, key: str, values: Values, _lang: str, context: Context) -> Json:
    """Note that a next step is done today, or open again. Raises BookError."""
    done = values.get("done")
    if not isinstance(done, bool):
        raise BadValueError("kind", field="done")

    def ticked(seen: NextStep) -> Record:
        day = (seen.done or context.today.isoformat()) if done else None
        # with its text: what is ticked is what was read, not what somebody made of it meanwhile
        return context.book.change(seen, done=day, text=seen.text)

    return _changed(account, "next_steps", key, values, context, ticked)


def _changed(
    account: str, table: str, key: str, values: Values, context: Context, change: Callable[[Any], Record]
) -> Json:
    version = whole("version", values.get("version"))
    return told(as_seen(context.book, account, table, key, version, change))


def _planned(seen: Visit) -> Visit:
    if seen.state != PLANNED:
        raise BadValueError("choice", field="state", value=seen.state)
    return seen


def _from_today(starts: str, today: date) -> str:
    """Return the local start to the minute."""
    try:
        at = datetime.fromisoformat(starts)
    except ValueError:
        raise BadValueError("day", field="starts", value=starts[:60]) from None  # the cause would quote it in a log
    if at.date() < today:
        raise BadValueError("past", field="starts", value=starts)
    return at.replace(tzinfo=None).isoformat(timespec="minutes")
