"""Everything that is kept on one account or one contact, as one JSON value."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from coach.accounts import history, rights
from coach.accounts.book import AccountBook
from coach.accounts.database import writing
from coach.accounts.dossier import PARTS, dossier
from coach.accounts.errors import NotFoundError
from coach.accounts.names import name_key
from coach.accounts.records import Account, Contact, Dossier, Record
from coach.accounts.rows import values_of
from coach.accounts.tables import outside_ids
from coach.privacy.request import SHOW, Conversations
from coach.progress.store import RECEIPTS, folder_of
from coach.result.save import stem_of

Json = dict[str, Any]
FORMAT = 1


def export(
    book: AccountBook, account: str, contact: str | None = None, *,
    home: Path | None = None, conversations: Conversations | None = None,
) -> Json:  # fmt: skip
    """Return all of the account, or of one contact of it, that the user may see. Somebody else's is noted as export.

    `account` and `contact` are names or ids. Shares and accesses are the owner's alone. With `home` also the user's
    own result pages and receipts on the account, with `conversations` the user's own stored conversation and its turns.
    Raises NotFoundError and UnavailableError.
    """
    found = _account(book, account)
    with writing(book.engine) as connection:
        rights.demand(connection, book.user, found.id, rights.EXPORT, book.clock())
        there = dossier(connection, found.id)
        person = _contact(there, contact) if contact is not None else None
        parts = _parts(there, person)
        ids = {record.id for records in parts.values() for record in records}
        value: Json = {
            "format": FORMAT,
            "exported_at": book.clock(),
            "by": book.user,
            "account": values_of(there.account),
            **{name: [values_of(record) for record in records] for name, records in parts.items()},
            "history": [asdict(change) for change in _history(connection, found.id, person, ids)],
            "outside_ids": _outside_ids(connection, found.id, None if person is None else ids),
        }
        if there.account.owner == book.user:
            value["shares"] = [asdict(share) for share in rights.shares_of(connection, found.id)]
            value["accesses"] = [asdict(access) for access in rights.accesses_of(connection, found.id)]
    if home is not None and person is None:
        value |= {"pages": _pages(home, found), "receipts": _receipts(home, book.user, there)}
    if conversations is not None and person is None:
        asked = {"do": SHOW, "sender": book.user, "keys": [name_key(found.name)]}
        stored = conversations(asked)
        value |= {"conversations": stored.get("states", []), "turns": stored.get("turns", [])}
    return value


def _account(book: AccountBook, name: str) -> Account:
    """Return the account of this name or id; an own one before one that is shared. Raises NotFoundError."""
    key = name_key(name)
    named = [one for one in book.accounts() if name_key(one.name) == key or one.id == name]
    if not named:
        raise NotFoundError(name=name)
    return min(named, key=lambda one: one.owner != book.user)


def _contact(there: Dossier, name: str) -> Contact:
    key = name_key(name)
    for contact in there.contacts:
        if contact.id == name or key in map(name_key, (contact.name, *contact.other_names)):
            return contact
    raise NotFoundError(name=name)


def _parts(there: Dossier, person: Contact | None) -> dict[str, list[Record]]:
    """Return the records by part; of one contact only what points to the person."""

    def wanted(record: Record) -> bool:
        if person is None or record is person:
            return True
        return getattr(record, "contact", None) == person.id or person.id in getattr(record, "people", ())

    return {name: [record for record in getattr(there, name) if wanted(record)] for name in PARTS}


def _history(connection: Connection, account: str, person: Contact | None, ids: set[str]) -> list[history.Change]:
    """Return the changes; of a contact those of the records now and of the removed ones that pointed to the person."""
    changes = history.history(connection, account)
    if person is None:
        return changes
    return [one for one in changes if one.record in ids or _pointed(one.before or {}, person.id)]


def _pointed(before: Json, person: str) -> bool:
    return before.get("contact") == person or person in before.get("people", ())


def _outside_ids(connection: Connection, account: str, ids: set[str] | None) -> list[Json]:
    query = sa.select(outside_ids).where(outside_ids.c.account == account)
    rows = connection.execute(query.order_by(*outside_ids.primary_key.columns)).mappings()
    return [dict(row) for row in rows if ids is None or row["record"] in ids]


def _pages(home: Path, account: Account) -> list[Json]:
    paths = sorted((home / "results").glob(f"{_literal(stem_of(account.name))}-*.md"))
    return [{"name": path.name, "text": path.read_text(encoding="utf-8", errors="replace")} for path in paths]


def _literal(name: str) -> str:
    return "".join(f"[{char}]" if char in "*?[" else char for char in name)


def _receipts(home: Path, user: str, there: Dossier) -> list[Json]:
    folder = folder_of(home / RECEIPTS, user)
    read: Callable[[Path], Any] = lambda path: json.loads(path.read_text(encoding="utf-8"))  # noqa: E731
    paths = [folder / Path(one.receipt).name for one in there.rehearsals if one.receipt]
    return [{"name": path.name, "receipt": read(path)} for path in sorted(set(paths)) if path.is_file()]
