"""Plan, move and cancel visits in the account book; planning the same visit twice keeps one."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta

from coach.accounts.book import AccountBook
from coach.accounts.from_interview import record_id
from coach.accounts.records import CANCELLED, DONE, PLANNED, Account, Visit

Pair = tuple[Account, Visit]


def plan(book: AccountBook, account: str, starts: str, *, zone: str = "", quote: str = "", **more: object) -> Visit:
    """Return the planned visit at `starts` (local, ISO); one that is there already stays, a cancelled one is on again.

    `more` are further values of the visit. Raises BookError.
    """
    there = {visit.id: visit for visit in book.dossier(account).visits}
    same = [visit for visit in there.values() if visit.starts[:16] == starts[:16] and visit.state != DONE]
    if planned := [visit for visit in same if visit.state == PLANNED]:
        return planned[0]
    if same:
        return book.change(same[0], state=PLANNED, zone=zone or same[0].zone)
    [kept] = book.save(new_visit(book.user, account, starts, set(there), zone=zone, quote=quote, **more))
    return kept  # type: ignore[return-value]


def new_visit(
    user: str,
    account: str,
    starts: str,
    taken: Collection[str] = (),
    **values: object,
) -> Visit:
    """Return a visit that is not saved yet; its id follows from user, account and start, the first not `taken`."""
    number = 0
    while (key := record_id("visit", user, account, starts, *([number] if number else []))) in taken:
        number += 1
    return Visit(starts, id=key, account=account, **values)  # type: ignore[arg-type]


def move(book: AccountBook, visit: Visit, starts: str) -> Visit:
    """Give the visit another start; its time zone and all else stay. Raises BookError."""
    return book.change(visit, starts=starts, state=PLANNED)


def cancel(book: AccountBook, visit: Visit) -> Visit:
    """Call the visit off; it stays in the book as cancelled. Raises BookError.

    ConflictError also when somebody moved it after `visit` was seen: the visit at the new time is another matter.
    """
    return book.change(visit, state=CANCELLED, starts=visit.starts)


def visit_of(book: AccountBook, account: str, visit: str) -> Pair | None:
    """Return the visit with its account, None when it is not there any more. Raises BookError."""
    dossier = book.dossier(account)
    return next(((dossier.account, one) for one in dossier.visits if one.id == visit), None)


def coming(book: AccountBook, today: date) -> list[Pair]:
    """Return the planned visits from `today` on, the first one first. Raises BookError."""
    return book.visits(today.isoformat())


def passed(book: AccountBook, today: date, days: int) -> list[Pair]:
    """Return visits of the last `days` that are still planned, though their day is over; the latest first."""
    since = (today - timedelta(days=days)).isoformat()
    return book.visits(since, today.isoformat())[::-1]


def shown_start(visit: Visit, own: str = "") -> str:
    """Return the start as it is shown: 2026-12-03 10:00, and the zone where it is known and not the user's `own`."""
    at = datetime.fromisoformat(visit.starts).strftime("%Y-%m-%d %H:%M")
    return f"{at} ({visit.zone})" if visit.zone and visit.zone != own else at
