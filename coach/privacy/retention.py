"""Forgets for good what is older than the retention time of the settings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from coach.accounts.book import AccountBook
from coach.accounts.database import reading, writing
from coach.accounts.tables import changes, metadata
from coach.context import Tools
from coach.privacy.backups import backups_of
from coach.privacy.erase import erase_records
from coach.privacy.files import RESULTS, UNREADABLE, Cleared
from coach.privacy.forget import UNFINISHED, Forgetting, Outcome, finish, mark_unfinished, mentions_of
from coach.privacy.request import OLDER, Conversations
from coach.privacy.subject import Subject, subject_by_id

# what is told of people and was told at a time; orders and deals are the firm's and go with the account
DATED = ("notes", "observations", "needs", "visits")
_PAGE_DAY = re.compile(r"-(\d{4}-\d{2}-\d{2})(?:-\d+)?$")


@dataclass(frozen=True)
class Stale:
    """Nothing younger than the retention time is known of this account, or of this contact (`contact` is its name)."""

    account: str  # the id
    name: str
    owner: str
    contact_id: str = ""
    contact: str = ""


@dataclass(frozen=True)
class Due:
    """What is older than the day: single records (table, id), contacts and accounts; `before` is that day."""

    before: str
    records: tuple[tuple[str, str], ...]
    contacts: tuple[Stale, ...]
    accounts: tuple[Stale, ...]
    files: tuple[tuple[str, Path], ...]


def due(engine: Engine, home: Path, days: int, today: date) -> Due:
    """Return what has to go by `today`. Raises UnavailableError."""
    before = (today - timedelta(days=days)).isoformat()
    with reading(engine) as connection:
        rows = {table.name: _rows(connection, table) for table in metadata.sorted_tables if "id" in table.c}
        touched = _last_changes(connection)
    old = _Ages(before, touched)
    stale = _stale_accounts(rows, old)
    gone = {one.account for one in stale}
    people = [one for one in _stale_contacts(rows, old) if one.account not in gone]
    covered = {one.contact_id for one in people}
    records = tuple(
        (name, row["id"])
        for name in DATED
        for row in rows[name]
        if row["account"] not in gone and row.get("contact") not in covered and old.is_old(row)
    )
    return Due(before, records, tuple(people), tuple(stale), tuple(_old_files(engine, home, before)))


@dataclass(frozen=True)
class _Ages:
    """Tells what is old: a record by the latest of the day it tells of, when it was noted and last changed."""

    before: str
    touched: dict[str, str]

    def is_old(self, row: Any) -> bool:
        told = str(row.get("day") or row.get("starts") or row.get("due") or row.get("closes") or "")[:10]
        noted = str(row["at"])[:10]
        return max(told, noted, self.touched.get(row["id"], "")[:10]) < self.before


def _rows(connection: Connection, table: sa.Table) -> list[dict[str, Any]]:
    return [dict(row) for row in connection.execute(sa.select(table).order_by(table.c.at, table.c.id)).mappings()]


def _last_changes(connection: Connection) -> dict[str, str]:
    query = sa.select(changes.c.record, sa.func.max(changes.c.at)).group_by(changes.c.record)
    return {row[0]: row[1] for row in connection.execute(query)}


def _stale_accounts(rows: dict[str, list[dict[str, Any]]], old: _Ages) -> list[Stale]:
    young = {row["account"] for table in rows.values() for row in table if not old.is_old(row)}
    return [Stale(row["id"], row["name"], row["owner"]) for row in rows["accounts"] if row["id"] not in young]


def _stale_contacts(rows: dict[str, list[dict[str, Any]]], old: _Ages) -> list[Stale]:
    young = {key for name in DATED for row in rows[name] if not old.is_old(row) for key in _people(row)}
    firms = {row["id"]: row for row in rows["accounts"]}
    return [
        Stale(row["account"], firms[row["account"]]["name"], firms[row["account"]]["owner"], row["id"], row["name"])
        for row in rows["contacts"]
        if row["id"] not in young and old.is_old(row)
    ]


def _people(row: dict[str, Any]) -> Sequence[str]:
    return [*row.get("people", ()), *([row["contact"]] if row.get("contact") else [])]


def _old_files(engine: Engine, home: Path, before: str) -> list[tuple[str, Path]]:
    found = []
    for path in sorted((home / RESULTS).glob("*")):
        dated = _PAGE_DAY.search(path.stem)
        if dated and dated[1] < before:
            found.append(("pages", path))
    for kind, paths in (
        ("unreadable", (home / UNREADABLE).glob("*.json")),
        ("damaged", home.glob("*.damaged-*")),
        ("backups", backups_of(engine)),
    ):
        found += [(kind, path) for path in sorted(paths) if _day_of(path) < before]
    return found


def _day_of(path: Path) -> str:
    return datetime.fromtimestamp(path.stat().st_mtime, timezone.utc).date().isoformat()


def carry_out(
    book: AccountBook, home: Path, found: Due, tools: Tools, conversations: Conversations, *, dry: bool = False
) -> Outcome:
    """Forget what is due; `dry` only counts. Raises UnavailableError when the rows could not be deleted: none are."""
    moment = datetime.combine(date.fromisoformat(found.before), time(), timezone.utc).timestamp()
    answer = conversations({"do": OLDER, "before": moment, "dry": dry})
    total = Cleared(Counter({"conversations": answer["conversations"]}), [tuple(one) for one in answer["left"]])
    if dry:
        total.gone += Counter(name for name, _ in found.records) + Counter(kind for kind, _ in found.files)
        total.gone += Counter(contacts=len(found.contacts), accounts=len(found.accounts))
        return Outcome(+total.gone, True, tuple(total.left))
    _forget_files(found, total)
    erased = bool(found.records)
    for stale in (*found.contacts, *found.accounts):
        outcome = Forgetting(book, home, *_subject(book, stale, tools), conversations).carry_out(finishing=False)
        erased |= outcome.done
        total.add(Cleared(outcome.gone, list(outcome.left)))
    if found.records:
        mark_unfinished(home)
        with writing(book.engine) as connection:
            total.gone += erase_records(connection, found.records)
    if erased or (home / UNFINISHED).exists():
        total.left += finish(book, home)
    return Outcome(+total.gone, not total.left, tuple(total.left))


def _subject(book: AccountBook, stale: Stale, tools: Tools) -> tuple[Subject, Any]:
    with reading(book.engine) as connection:
        people = [stale.contact_id] if stale.contact_id else []
        subject = subject_by_id(connection, stale.account, people, tools.knowledge)
    return subject, mentions_of(subject, tools)


def _forget_files(found: Due, total: Cleared) -> None:
    for kind, path in found.files:
        try:
            path.unlink(missing_ok=True)
            total.gone[kind] += 1
        except OSError as error:
            total.left.append((str(path), error.strerror or type(error).__name__))
