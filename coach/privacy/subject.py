"""Whom a request is about: an account or one of its contacts, by every id and name that it has or had."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from coach.accounts.book import AccountBook
from coach.accounts.database import reading
from coach.accounts.errors import NotAllowedError, NotFoundError
from coach.accounts.names import name_key
from coach.accounts.records import Rehearsed
from coach.accounts.tables import TABLES, accounts, changes, contacts, shares
from coach.knowledge.load import Knowledge
from coach.privacy.mentions import Called, forms_of, parts_of


@dataclass(frozen=True)
class Subject:
    """`accounts` and `contacts` are ids (no contacts: the whole account); `called` is what to look for in texts.

    `account_names` are all names of the accounts, also earlier ones; `receipts` the names of their receipts.
    """

    name: str
    owner: str
    accounts: tuple[str, ...]
    account_names: tuple[str, ...]
    called: Called
    contacts: tuple[str, ...] = ()
    users: tuple[str, ...] = ()  # who could write into the account: they may have talked and rehearsed about it
    receipts: tuple[str, ...] = field(default=())

    @property
    def whole(self) -> bool:
        return not self.contacts

    @property
    def keys(self) -> frozenset[str]:
        """The account's names as they are compared."""
        return frozenset(map(name_key, self.account_names))


def subject_of(book: AccountBook, account: str, contact: str | None, knowledge: Knowledge) -> Subject:
    """Return the subject named `account`, or its contact named `contact`; also when they were removed from sight.

    Only the owner may ask. Raises NotFoundError, NotAllowedError for a shared account, UnavailableError.
    """
    with reading(book.engine) as connection:
        rows = _accounts(connection, book.user, account)
        people = _rows(connection, contacts, contacts.c.account.in_([row["id"] for row in rows]))
        chosen = people if contact is None else [row for row in people if _is_called(row, contact)]
        if not chosen and contact is not None:
            raise NotFoundError(name=contact)
        return _subject(connection, rows, chosen if contact is not None else [], people, knowledge)


def subject_by_id(connection: Connection, account: str, people: Sequence[str], knowledge: Knowledge) -> Subject:
    """Return the subject of the account's id, or of these ids of contacts of it."""
    rows = _rows(connection, accounts, accounts.c.id == account)
    there = _rows(connection, contacts, contacts.c.account == account)
    return _subject(connection, rows, [row for row in there if row["id"] in people], there, knowledge)


def _accounts(connection: Connection, user: str, name: str) -> list[Any]:
    key = name_key(name)
    own = _rows(connection, accounts, accounts.c.owner == user)
    found = [row for row in own if name_key(row["name"]) == key or row["id"] == name]
    if found:
        return found
    shared = sa.select(shares.c.account).where(shares.c.user == user)
    if any(name_key(row["name"]) == key for row in _rows(connection, accounts, accounts.c.id.in_(shared))):
        raise NotAllowedError(name=name)
    raise NotFoundError(name=name)


def _rows(connection: Connection, table: sa.Table, condition: Any) -> list[Any]:
    return list(connection.execute(sa.select(table).where(condition).order_by(table.c.at, table.c.id)).mappings())


def _is_called(row: Any, name: str) -> bool:
    return name_key(name) in map(name_key, (row["name"], *row["other_names"])) or row["id"] == name


def _subject(
    connection: Connection, rows: list[Any], chosen: list[Any], people: list[Any], knowledge: Knowledge
) -> Subject:
    ids = [row["id"] for row in rows]
    before = list(connection.execute(sa.select(changes).where(changes.c.account.in_(ids))).mappings())
    names = _unique(_names(rows, before))
    whole = not chosen
    about = people if whole else chosen
    others = [] if whole else [row for row in people if row not in chosen]
    called = _called(about, before, names, _unique(_names(others, [])), whole, knowledge)
    sharing = sa.select(shares.c.user).where(shares.c.account.in_(ids)).order_by(shares.c.user)

    rehearsals = _rows(connection, TABLES[Rehearsed], TABLES[Rehearsed].c.account.in_(ids))
    return Subject(
        (rows if whole else chosen)[0]["name"],
        rows[0]["owner"],
        tuple(ids),
        names,
        called,
        tuple(row["id"] for row in chosen),
        _unique([rows[0]["owner"], *connection.execute(sharing).scalars(), *(row["by"] for row in before)]),
        _unique(row["receipt"] for row in rehearsals if row["receipt"]),
    )


def _called(
    about: list[Any], before: list[Any], firms: tuple[str, ...], others: tuple[str, ...], whole: bool,
    knowledge: Knowledge,
) -> Called:  # fmt: skip
    """Return what to look for. Of a whole account: its names, and those of its people when they are full ones."""
    people = _unique(_names(about, before))
    reached = [*about, *(row["before"] for row in before if row["before"] and row["record"] in _ids(about))]
    exact = _unique(row[name] for row in reached for name in ("email", "phone") if row.get(name))
    if whole:
        return Called(names=_unique([*firms, *people]), exact=exact)
    spare = (*firms, *others)
    return Called(people, exact, parts_of(people, spare), forms_of(people, others, knowledge), spare)


def _names(rows: Iterable[Any], before: Iterable[Any]) -> list[str]:
    """Return the names in `rows` and those that the same records had before."""
    rows = list(rows)
    earlier = [row["before"] for row in before if row["before"] and row["record"] in _ids(rows)]
    return [name for row in (*rows, *earlier) for name in (row["name"], *row.get("other_names", ()))]


def _ids(rows: Iterable[Any]) -> set[str]:
    return {row["id"] for row in rows}


def _unique(values: Iterable[Any]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
