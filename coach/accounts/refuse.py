"""What the book does not write: a change of what somebody else changed meanwhile, a name that is taken."""

from __future__ import annotations

from typing import Any

from sqlalchemy.engine import Connection

from coach.accounts import history, search
from coach.accounts.errors import ConflictError, SameNameError
from coach.accounts.names import name_key
from coach.accounts.records import Account, Contact, Record
from coach.accounts.rows import fetch
from coach.accounts.tables import accounts, contacts


def refuse_conflict(connection: Connection, seen: Record, current: Record, values: dict[str, Any]) -> None:
    """Raise ConflictError when a field in `values` is no longer as it was `seen`, nor as it is wanted."""
    for name, mine in values.items():
        theirs = getattr(current, name)
        if theirs not in (getattr(seen, name), mine):
            last = history.history(connection, current.account, current.id)[-1]
            raise ConflictError(field=name, mine=mine, theirs=theirs, by=last.by, at=last.at)


def refuse_same_name(connection: Connection, record: Record) -> None:
    """Raise SameNameError unless the names of two accounts of one owner, or of two contacts of one account, differ in
    more than case and width."""
    if isinstance(record, Account):
        same = search.of_this_name(connection, record.owner, record.name)
        others: list[Any] = fetch(connection, Account, accounts.c.id == same) if same else []
    elif isinstance(record, Contact):
        others = fetch(connection, Contact, contacts.c.account == record.account)
    else:
        return
    for other in others:
        if other.id != record.id and name_key(other.name) == name_key(record.name):
            raise SameNameError(other, record.name)
