"""Find accounts by part of a name, of their own or of a contact: folded, by pinyin, by initials."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from coach.accounts.names import name_key, search_text
from coach.accounts.records import Account, Contact
from coach.accounts.rights import visible
from coach.accounts.rows import fetch
from coach.accounts.tables import accounts, contacts, names

MOST = 200  # hits that are ranked


def index(connection: Connection, account: str) -> None:
    """Write down what the account can be found by; to be called after any change of its names."""
    found = fetch(connection, Account, accounts.c.id == account)
    connection.execute(sa.delete(names).where(names.c.account == account))
    if found:
        people = fetch(connection, Contact, contacts.c.account == account)
        connection.execute(sa.insert(names).values(**index_row(found[0], people)))


def index_row(account: Account, people: Sequence[Contact]) -> dict[str, str]:
    """Return the row of the index for an account and its contacts."""
    called = [name for person in people for name in (person.name, *person.other_names)]
    return {
        "account": account.id,
        "owner": account.owner,
        "key": name_key(account.name),
        "own": search_text([account.name]),
        "people": search_text(called),
    }


def of_this_name(connection: Connection, owner: str, name: str) -> str | None:
    """Return the id of the owner's account of this very name, whatever its case and width."""
    query = sa.select(names.c.account).where(names.c.owner == owner, names.c.key == name_key(name))
    return connection.execute(query.order_by(names.c.account).limit(1)).scalar()


def search(connection: Connection, user: str, part: str, most: int) -> list[str]:
    """Return ids of accounts that `user` may see, best first: the whole name, its beginning, within it, a contact."""
    key = name_key(part)
    if not key:
        return []
    like = "%" + key.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    query = (
        sa.select(names.c.account, names.c.own, names.c.people)
        .where(visible(user))
        .where(sa.or_(names.c.own.like(like, escape="\\"), names.c.people.like(like, escape="\\")))
        .limit(MOST)
    )
    ranked = sorted((_rank(row.own, row.people, key), row.own, row.account) for row in connection.execute(query))
    return [account for _, _, account in ranked[:most]]


def _rank(own: str, people: str, key: str) -> int:
    whole, start = f"\n{key}\n", f"\n{key}"
    tests = (whole in own, start in own, key in own, whole in people, start in people)
    return next((place for place, met in enumerate(tests) if met), len(tests))
