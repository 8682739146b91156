"""Deletes the rows of an account or a contact for good; works on the tables that are there, also of an older backup."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from coach.accounts import grams
from coach.accounts.database import kind_of, reading, writing
from coach.accounts.errors import UnavailableError
from coach.accounts.names import search_text
from coach.privacy.anew import rewrite
from coach.privacy.mentions import Mentions
from coach.privacy.subject import Subject

Tables = dict[str, sa.Table]
REPLACED = "texts"  # in what is counted: texts in which a name was replaced
PERSONAL = "personal"  # a need of this kind is the person's, any other the firm's
# a person's own records; needs are looked at one by one
_OF_PERSON = ("observations", "notes")
# tables whose texts are no notes on anybody
_NO_TEXTS = {"names", "changes", "shares", "accesses", "outside_ids", "alembic_version"}
_NO_TEXT = {
    "id", "account", "version", "by", "at", "source", "removed", "contact", "people", "kind", "level", "topic", "label",
    "grade", "rule", "day", "due", "done", "closes", "starts", "zone", "state", "amount", "margin", "currency", "owner",
    "receipt",
}  # fmt: skip
_NAMES = {("accounts", "name"), ("contacts", "name"), ("contacts", "other_names")}  # others keep theirs


def erase(connection: Connection, subject: Subject, mentions: Mentions) -> Counter[str]:
    """Delete all rows of `subject`; return how many went by table, and how many texts had a name replaced."""
    tables = reflected(connection)
    if subject.whole:
        gone = _whole(connection, tables, subject.accounts)
    else:
        gone = _contacts(connection, tables, subject, mentions)
    grams.sweep(connection)
    return gone


def erase_records(connection: Connection, records: Sequence[tuple[str, str]]) -> Counter[str]:
    """Delete single records, given as table and id, with their history."""
    tables = reflected(connection)
    gone: Counter[str] = Counter()
    for name in sorted({name for name, _ in records}):
        ids = [key for table, key in records if table == name]
        gone[name] += _delete(connection, tables[name], tables[name].c.id.in_(ids))
    for name in ("changes", "outside_ids"):
        gone[name] += _delete(connection, tables[name], tables[name].c.record.in_([key for _, key in records]))
    return +gone


def reflected(connection: Connection) -> Tables:
    """Return the tables as they are in the database, parents before children."""
    found = sa.MetaData()
    found.reflect(connection, only=lambda name, _: not name.startswith(grams.TABLE))  # these follow `names` by triggers
    return {table.name: table for table in found.sorted_tables}


def _whole(connection: Connection, tables: Tables, accounts: Sequence[str]) -> Counter[str]:
    gone: Counter[str] = Counter()
    for table in reversed(list(tables.values())):
        if "account" in table.c:
            gone[table.name] += _delete(connection, table, table.c.account.in_(accounts))
    return +gone


def _contacts(connection: Connection, tables: Tables, subject: Subject, mentions: Mentions) -> Counter[str]:
    people = subject.contacts
    gone: Counter[str] = Counter()
    records = [("contacts", key) for key in people]
    for name in (*_OF_PERSON, "needs"):
        table = tables[name]
        mine = table.c.contact.in_(people)
        wanted = mine & (table.c.kind == PERSONAL) if name == "needs" else mine
        records += [(name, key) for key in connection.execute(sa.select(table.c.id).where(wanted)).scalars()]
    # what the person said of the firm's needs stays as a need of the firm, without the person's words
    needs = tables["needs"]
    _detach(connection, needs, needs.c.contact.in_(people) & (needs.c.kind != PERSONAL), contact=None, quote="")
    gone[REPLACED] += _leave_visits(connection, tables["visits"], subject)
    gone[REPLACED] += _replace_texts(connection, tables, subject, mentions)
    gone[REPLACED] += _replace_history(connection, tables["changes"], subject, mentions)
    children_first = [name for name in reversed(list(tables)) if any(name == table for table, _ in records)]
    for name in children_first:
        gone += erase_records(connection, [record for record in records if record[0] == name])
    _reindex(connection, tables, subject)
    return +gone


def _detach(connection: Connection, table: sa.Table, condition: Any, **values: Any) -> None:
    connection.execute(sa.update(table).where(condition).values(**values))


def _delete(connection: Connection, table: sa.Table, condition: Any) -> int:
    return connection.execute(sa.delete(table).where(condition)).rowcount


def _leave_visits(connection: Connection, visits: sa.Table, subject: Subject) -> int:
    def left(row: dict[str, Any]) -> dict[str, Any]:
        return {**row, "people": [key for key in row["people"] if key not in subject.contacts]}

    return _rewrite(connection, visits, visits.c.id, subject, left)


def _replace_texts(connection: Connection, tables: Tables, subject: Subject, mentions: Mentions) -> int:
    replaced = 0
    for name, table in tables.items():
        if name in _NO_TEXTS or "account" not in table.c:
            continue
        texts = [column.name for column in table.c if column.name not in _NO_TEXT and (name, column.name) not in _NAMES]

        def cleaned(row: dict[str, Any], texts: list[str] = texts) -> dict[str, Any]:
            return {**row, **{name: mentions.replaced(row[name]) for name in texts}}

        replaced += _rewrite(connection, table, table.c.id, subject, cleaned)
    return replaced


def _replace_history(connection: Connection, changes: sa.Table, subject: Subject, mentions: Mentions) -> int:
    def cleaned(row: dict[str, Any]) -> dict[str, Any]:
        before = row["before"]
        if before is None or row["record"] in subject.contacts:
            return row  # new, or gone in a moment
        before = {
            name: value if name in _NO_TEXT or (row["kind"], name) in _NAMES else mentions.replaced(value)
            for name, value in before.items()
        }
        if before.get("contact") in subject.contacts:
            before |= {"contact": None, "quote": ""}
        if "people" in before:
            before["people"] = [key for key in before["people"] if key not in subject.contacts]
        return {**row, "before": before}

    return _rewrite(connection, changes, changes.c.number, subject, cleaned)


def _rewrite(
    connection: Connection, table: sa.Table, key: sa.Column, subject: Subject,
    change: Callable[[dict[str, Any]], dict[str, Any]],
) -> int:  # fmt: skip
    """Give each row of the subject's accounts what `change` makes of it; return how many became others."""
    rewritten = 0
    for found in connection.execute(sa.select(table).where(table.c.account.in_(subject.accounts))).mappings().all():
        row = dict(found)
        after = change(row)
        if values := {name: value for name, value in after.items() if value != row[name]}:
            connection.execute(sa.update(table).where(key == row[key.name]).values(**values))
            rewritten += 1
    return rewritten


def _reindex(connection: Connection, tables: Tables, subject: Subject) -> None:
    people, names = tables["contacts"], tables["names"]
    for account in subject.accounts:
        query = (
            sa.select(people).where(people.c.account == account, ~people.c.removed).order_by(people.c.at, people.c.id)
        )
        called = [name for row in connection.execute(query).mappings() for name in (row["name"], *row["other_names"])]
        _detach(connection, names, names.c.account == account, people=search_text(called))


def erase_in(engine: Engine, subject: Subject, mentions: Mentions) -> Counter[str]:
    """Erase in one transaction: all of it or nothing. Raises UnavailableError."""
    with writing(engine) as connection:
        return erase(connection, subject, mentions)


def compact(engine: Engine) -> None:
    """Write the database anew, so that no byte of what was deleted stays in its files. Raises UnavailableError.

    On PostgreSQL each table is written anew; what its administrator backs up or archives is beyond our reach.
    """
    with reading(engine) as connection:
        tables = list(reflected(connection))
    sqlite = engine.dialect.name == "sqlite"
    raw = engine.raw_connection()
    try:
        if sqlite:
            rewrite(raw.cursor())
        else:
            raw.connection.autocommit = True
            cursor = raw.cursor()
            for table in tables:
                cursor.execute(f"VACUUM FULL {engine.dialect.identifier_preparer.quote(table)}")
    except engine.dialect.dbapi.Error as error:
        reason = next(iter(str(error).strip().splitlines()), type(error).__name__)
        raise UnavailableError(kind_of(reason), reason) from None
    finally:
        if not sqlite:
            raw.invalidate()
        raw.close()
