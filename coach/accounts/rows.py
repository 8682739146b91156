"""Records to rows and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from coach.accounts.records import KINDS, AnyRecord, Record
from coach.accounts.tables import TABLES

# fields that are tuples in a record and lists in a row, by table
_TUPLES = {
    kind.table: frozenset(field.name for field in fields(kind) if str(field.type).startswith("tuple")) for kind in KINDS
}


def record_of(kind: type[AnyRecord], row: Mapping[str, Any]) -> AnyRecord:
    """Return the record in `row`."""
    values = {name: value for name, value in row.items() if name != "removed"}
    for name in _TUPLES[kind.table]:
        values[name] = tuple(values[name])
    return kind(**values)


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
    query = sa.select(table).where(~table.c.removed, *conditions).order_by(*_order(table))
    return [record_of(kind, row) for row in connection.execute(query).mappings()]


def _order(table: sa.Table) -> list[sa.Column]:
    """Order by the day told of, then by when it was noted, so that the same book always reads the same."""
    day = [table.c[name] for name in ("day", "starts") if name in table.c][:1]
    return [*day, table.c.at, table.c.id]
