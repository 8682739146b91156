"""Many accounts at once: where each stands, when it was last touched, what is planned; a few queries for all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from coach.accounts.book import AccountBook
from coach.accounts.database import reading
from coach.accounts.dossier import PARTS
from coach.accounts.records import Account, Dossier
from coach.accounts.rows import fetch
from coach.accounts.tables import TABLES, changes, shares

STANDS_ON = ("contacts", "observations", "visits")  # what the position of an account depends on


def own_dossiers(book: AccountBook, found: Sequence[Account]) -> dict[str, Dossier]:
    """Return what the positions of the user's own accounts rest on, by id.

    Those of others are left out: each look at them would have to be noted. Raises UnavailableError.
    """
    own = {account.id: account for account in found if account.owner == book.user}
    parts: dict[str, dict[str, list[Any]]] = {key: defaultdict(list) for key in own}
    with reading(book.engine) as connection:
        for part in STANDS_ON:
            kind = PARTS[part]
            for record in fetch(connection, kind, TABLES[kind].c.account.in_(list(own))):
                parts[record.account][part].append(record)
    return {
        key: Dossier(account, **{part: tuple(parts[key][part]) for part in STANDS_ON}) for key, account in own.items()
    }


def last_touched(book: AccountBook, ids: Sequence[str]) -> dict[str, str]:
    """Return when something of each account was changed last. Raises UnavailableError."""
    query = sa.select(changes.c.account, sa.func.max(changes.c.at)).where(changes.c.account.in_(list(ids)))
    with reading(book.engine) as connection:
        return {row[0]: row[1] for row in connection.execute(query.group_by(changes.c.account))}


def may_write(book: AccountBook, account: Account) -> bool:
    """Say whether the user may change the account, which is the user's own or shared."""
    if account.owner == book.user:
        return True
    query = sa.select(shares.c.may_write).where(shares.c.account == account.id, shares.c.user == book.user)
    with reading(book.engine) as connection:
        return bool(connection.execute(query).scalar())
