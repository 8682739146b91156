"""Who may see and change an account: its owner, and those it is shared with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from coach.accounts.errors import NotAllowedError, NotFoundError
from coach.accounts.tables import accesses, accounts, names, shares

READ, WRITE, EXPORT, SHARE, FORGET = "read", "write", "export", "share", "forget"  # what an access was for


def visible(user: str, owner: Any = names.c.owner, account: Any = names.c.account) -> Any:
    """Return the condition that `user` may see the account of a row."""
    shared = sa.select(shares.c.account).where(shares.c.user == user)
    return sa.or_(owner == user, account.in_(shared))


def owner_of(connection: Connection, account: str) -> str | None:
    query = sa.select(accounts.c.owner).where(accounts.c.id == account, ~accounts.c.removed)
    return connection.execute(query).scalar()


def demand(connection: Connection, user: str, account: str, action: str, at: str) -> None:
    """Let `user` do `action` with `account`, and note it when somebody else owns it.

    Raises NotFoundError when the user may not even see it, NotAllowedError when only looking is allowed.
    """
    owner = owner_of(connection, account)
    if owner == user:
        return
    share = connection.execute(
        sa.select(shares.c.may_write).where(shares.c.account == account, shares.c.user == user)
    ).scalar()
    if owner is None or share is None:
        raise NotFoundError(name=account)
    if action not in (READ, EXPORT) and not (action == WRITE and share):
        raise NotAllowedError(name=account)
    connection.execute(sa.insert(accesses).values(account=account, user=user, at=at, action=action))


@dataclass(frozen=True)
class Share:
    """The account is shared with `user` by `by`, to read or also to write."""

    user: str
    may_write: bool
    by: str
    at: str


@dataclass(frozen=True)
class Access:
    """Somebody other than the owner did `action` with the account."""

    user: str
    action: str
    at: str


def shares_of(connection: Connection, account: str) -> list[Share]:
    query = sa.select(shares).where(shares.c.account == account).order_by(shares.c.user)
    return [Share(row.user, row.may_write, row.by, row.at) for row in connection.execute(query)]


def accesses_of(connection: Connection, account: str) -> list[Access]:
    """Return the accesses of others, oldest first."""
    query = sa.select(accesses).where(accesses.c.account == account).order_by(accesses.c.number)
    return [Access(row.user, row.action, row.at) for row in connection.execute(query)]


def give(connection: Connection, account: str, user: str, may_write: bool, by: str, at: str) -> None:
    """Share the account with `user`; a share that is there is replaced."""
    take(connection, account, user)
    connection.execute(sa.insert(shares).values(account=account, user=user, may_write=may_write, by=by, at=at))


def take(connection: Connection, account: str, user: str) -> None:
    connection.execute(sa.delete(shares).where(shares.c.account == account, shares.c.user == user))
