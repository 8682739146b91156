"""Records to rows and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from coach.accounts.errors import NotFoundError
from coach.accounts.records import KINDS, AnyRecord, Record
from coach.accounts.tables import TABLES

# fields that are tuples in a record and lists in a row, by table
_TUPLES = {
    kind.table: frozenset(field.name for field in fields(kind) if str(field.type).startswith("tuple")) for kind in KINDS
}


def record_of(kind: type[AnyRecord], row: Mapping[str, Any]) -> AnyRecord:
    """Return the record in `row`, which holds every field.

    The record is filled at once: the constructor of a frozen value sets each field by itself, which takes longer than
    to read the row.
    """
    record = object.__new__(kind)
    values = vars(record)
    values.update(row)
    del values["removed"]
    for name in _TUPLES[kind.table]:
        values[name] = tuple(values[name])
    return record


def values_of(record: Record) -> dict[str, Any]:
    """Return the record as plain JSON values, as its row holds them."""
    values = dict(vars(record))
    for name in _TUPLES[record.table]:
        values[name] = list(values[name])
    if "info" in values:
        values["info"] = dict(values["info"])
    return values


def fetch(connection: Connection, kind: type[AnyRecord], *conditions: Any) -> list[AnyRecord]:
    """Return the records of `kind` that are not removed, oldest first."""
    table = TABLES[kind]
    result = connection.execute(sa.select(table).where(~table.c.removed, *conditions).order_by(*_order(table)))
    names = tuple(result.keys())
    return [record_of(kind, dict(zip(names, row, strict=True))) for row in result.all()]


def row_there(connection: Connection, record: AnyRecord) -> AnyRecord | None:
    """Return the record of this id and account that is there already, removed or not."""
    table = TABLES[type(record)]
    query = sa.select(table).where(table.c.id == record.id, table.c.account == record.account)
    row = connection.execute(query).mappings().first()
    return record_of(type(record), row) if row is not None else None


def row_now(connection: Connection, record: AnyRecord) -> AnyRecord:
    """Return the record as it is now, kept for this transaction. Raises NotFoundError when it is gone."""
    table = TABLES[type(record)]
    query = sa.select(table).where(table.c.id == record.id, ~table.c.removed).with_for_update()
    row = connection.execute(query).mappings().first()
    if row is None:
        raise NotFoundError(name=getattr(record, "name", record.id))
    return record_of(type(record), row)


def _order(table: sa.Table) -> list[sa.Column]:
    """Order by the day told of, then by when it was noted, so that the same book always reads the same."""
    day = [table.c[name] for name in ("day", "starts") if name in table.c][:1]
    return [*day, table.c.at, table.c.id]
