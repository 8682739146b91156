"""What was changed, when and by whom: the record as it was before is kept at each change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from coach.accounts.records import Record
from coach.accounts.rows import values_of
from coach.accounts.tables import changes

MADE, CHANGED, REMOVED = "made", "changed", "removed"


@dataclass(frozen=True)
class Change:
    """One change: the kind of record and its id, what was done, by whom, when, and the values before (None: new)."""

    kind: str
    record: str
    version: int
    action: str
    by: str
    at: str
    before: dict[str, Any] | None


def entry(record: Record, action: str, by: str, at: str, before: Record | None = None) -> dict[str, Any]:
    """Return the row that tells of a change to `record`."""
    return {
        "account": record.account,
        "kind": record.table,
        "record": record.id,
        "version": record.version,
        "action": action,
        "by": by,
        "at": at,
        "before": values_of(before) if before is not None else None,
    }


def note(connection: Connection, entries: Sequence[dict[str, Any]]) -> None:
    if entries:
        connection.execute(sa.insert(changes), list(entries))


def history(connection: Connection, account: str, record: str | None = None) -> list[Change]:
    """Return the changes of an account, or of one record of it, oldest first."""
    query = sa.select(changes).where(changes.c.account == account).order_by(changes.c.number)
    if record is not None:
        query = query.where(changes.c.record == record)
    wanted = Change.__dataclass_fields__
    return [Change(**{name: row[name] for name in wanted}) for row in connection.execute(query).mappings()]
