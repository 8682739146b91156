"""Which accounts of the book a file speaks of, and whether the user may write there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from coach.accounts.bulk import fetch_all, groups
from coach.accounts.names import name_key
from coach.accounts.records import Account
from coach.accounts.rights import WRITE, demand
from coach.accounts.tables import names, outside_ids, shares
from coach.crm.entries import Entry

PLAIN = "plain"  # the system whose ids are those of the book


class Accounts:
    """The accounts that a file's rows may mean, found by the ids of the system and by name."""

    def __init__(self, connection: Connection, user: str, system: str, at: str) -> None:
        self._connection, self._user, self._system, self._at = connection, user, system, at
        self.records: dict[str, Account] = {}
        self._by_id: dict[str, str] = {}
        self._by_key: dict[str, str] = {}
        query = sa.select(shares.c.account, shares.c.may_write).where(shares.c.user == user)
        self._shared: dict[str, bool] = {row.account: row.may_write for row in connection.execute(query)}
        self._noted: set[str] = set()

    def look_up(self, ids: Iterable[str], called: Iterable[str]) -> None:
        """Read the accounts that have these ids in the system, or these names."""
        linked: dict[str, str] = {}
        for group in groups(dict.fromkeys(ids)):
            table = outside_ids
            query = sa.select(table.c.outside, table.c.record).where(
                table.c.owner == self._user, table.c.system == self._system, table.c.kind == Account.table,
                table.c.outside.in_(group),
            )  # fmt: skip
            linked |= {row.outside: row.record for row in self._connection.execute(query)}
            if self._system == PLAIN:
                linked |= {key: key for key in group if key not in linked}
        keys = [key for name in dict.fromkeys(called) if (key := name_key(name))]
        self.read([*linked.values(), *self._of_these_names(keys)])
        self._by_id |= {outside: key for outside, key in linked.items() if key in self.records}

    def read(self, accounts: Iterable[str]) -> None:
        """Read these accounts, as far as the user may see them."""
        missing = (key for key in accounts if key not in self.records)
        for account in fetch_all(self._connection, Account, "id", missing):
            if account.owner == self._user or account.id in self._shared:
                self.add(account)

    def _of_these_names(self, keys: Sequence[str]) -> list[str]:
        found: list[str] = []
        for group in groups(dict.fromkeys(keys)):
            mine = sa.select(names.c.account).where(names.c.owner == self._user, names.c.key.in_(group))
            found += self._connection.execute(mine).scalars()
            if self._shared:
                other = sa.select(names.c.account).where(
                    names.c.account.in_(list(self._shared)), names.c.key.in_(group)
                )
                found += self._connection.execute(other).scalars()
        return found

    def add(self, account: Account) -> None:
        """Take in an account, new ones too; an own one comes before one of the same name that is shared."""
        self.records[account.id] = account
        key = name_key(account.name)
        if account.owner == self._user or key not in self._by_key:
            self._by_key[key] = account.id

    def by_id(self, outside: str) -> str | None:
        return self._by_id.get(outside)

    def by_name(self, name: str) -> str | None:
        return self._by_key.get(name_key(name)) if name else None

    def meant(self, entry: Entry) -> list[str]:
        """Return the accounts of a contact, deal or order: those of its ids, else those of the name."""
        found = [key for outside in entry.account_ids if (key := self._by_id.get(outside))]
        whole = self.by_name(entry.account)
        by_name = (
            [whole] if whole else [key for part in entry.account.split(";") if (key := self.by_name(part.strip()))]
        )
        return list(dict.fromkeys(found or by_name))

    def writable(self, account: str) -> bool:
        """Say whether the user may write there; noted once when somebody else owns it."""
        if self.records[account].owner == self._user:
            return True
        if self._shared.get(account) and account not in self._noted:
            demand(self._connection, self._user, account, WRITE, self._at)
            self._noted.add(account)
        return bool(self._shared.get(account))
