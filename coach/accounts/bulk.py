"""Many records at once: as `save` and `change` of the book, but read, checked and written in large groups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from coach.accounts import grams, history, search
from coach.accounts.records import Account, AnyRecord, Contact
from coach.accounts.rows import record_of, values_of
from coach.accounts.tables import TABLES, names

AT_ONCE = 500  # values in one question, records in one statement: under the limit of every SQLite
Progress = Callable[[int], None]  # told how many more are done
Item = TypeVar("Item")


def nothing(_count: int) -> None:
    """A progress that nobody looks at."""


def groups(items: Iterable[Item], size: int = AT_ONCE) -> Iterator[list[Item]]:
    """Yield the items in lists of at most `size`."""
    rest = iter(items)
    while group := list(islice(rest, size)):
        yield group


def fetch_all(connection: Connection, kind: type[AnyRecord], column: str, values: Iterable[str]) -> list[AnyRecord]:
    """Return the records of `kind` whose `column` is one of `values`, kept from others for this transaction."""
    table = TABLES[kind]
    found: list[AnyRecord] = []
    for group in groups(dict.fromkeys(values)):
        query = sa.select(table).where(~table.c.removed, table.c[column].in_(group)).with_for_update()
        found += [record_of(kind, row) for row in connection.execute(query).mappings()]
    return sorted(found, key=lambda record: (record.at, record.id))


def insert_all(
    connection: Connection, records: Sequence[AnyRecord], by: str, at: str, progress: Progress = nothing
) -> list[AnyRecord]:
    """Keep new records of one kind, which have their ids; return them stamped. Names and rights are the caller's."""
    stamped = [replace(record, version=1, by=record.by or by, at=at) for record in records]
    for group in groups(stamped):
        rows = [{**values_of(record), "removed": False} for record in group]
        connection.execute(sa.insert(TABLES[type(group[0])]), rows)
        history.note(connection, [history.entry(record, history.MADE, by, at) for record in group])
        progress(len(group))
    return stamped


def change_all(
    connection: Connection, changes: Sequence[tuple[AnyRecord, AnyRecord]], by: str, at: str,
    progress: Progress = nothing,
) -> list[AnyRecord]:  # fmt: skip
    """Write each (before, after) pair of records of one kind, with history; return the records as they are now."""
    written = [replace(after, version=before.version + 1) for before, after in changes]
    for group in groups(zip((before for before, _ in changes), written, strict=True)):
        table = TABLES[type(group[0][1])]
        query = sa.update(table).where(table.c.id == sa.bindparam("_id"))
        connection.execute(query, [{**values_of(after), "_id": after.id} for _, after in group])
        history.note(connection, [history.entry(after, history.CHANGED, by, at, before) for before, after in group])
        progress(len(group))
    return written


def index_all(connection: Connection, ids: Iterable[str], progress: Progress = nothing) -> None:
    """Write down what the accounts can be found by; to be called after changes of names."""
    changed = list(dict.fromkeys(ids))
    for group in groups(changed):
        people: dict[str, list[Contact]] = defaultdict(list)
        for contact in fetch_all(connection, Contact, "account", group):
            people[contact.account].append(contact)
        rows = [
            search.index_row(account, people[account.id]) for account in fetch_all(connection, Account, "id", group)
        ]
        connection.execute(sa.delete(names).where(names.c.account.in_(group)))
        if rows:
            connection.execute(sa.insert(names), rows)
        progress(len(group))
    if len(changed) > AT_ONCE:  # what was replaced would slow searching down until SQLite tidies up by itself
        grams.sweep(connection)
