"""The account book as one user sees it: own accounts, and those that others share."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timezone
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from coach.accounts import history, rights, search
from coach.accounts.database import reading, writing
from coach.accounts.dossier import PARTS, dossier
from coach.accounts.errors import NotFoundError
from coach.accounts.names import name_key
from coach.accounts.records import PLANNED, Account, AnyRecord, Contact, Dossier, Order, Record, Visit
from coach.accounts.refuse import refuse_conflict, refuse_same_name
from coach.accounts.rights import READ, WRITE, demand, visible
from coach.accounts.rows import fetch, row_now, row_there, values_of
from coach.accounts.tables import TABLES, accounts, changes
from coach.accounts.valid import check

_KEPT = ("id", "account", "version", "by", "at")  # what the book gives and nobody changes


def new_id() -> str:
    """Return an id that no other record has, also not in another book."""
    return uuid.uuid4().hex


def now() -> str:
    """Return the time in UTC, so fine that what is saved together keeps its order."""
    return datetime.now(timezone.utc).isoformat(timespec="microseconds").replace("+00:00", "Z")


class AccountBook:
    """Reads and writes as `user`. Each call is one transaction: all of it is kept or nothing.

    Every method raises UnavailableError when the database fails, NotFoundError for what the user may not see and
    NotAllowedError for what the user may only look at.
    """

    def __init__(self, engine: Engine, user: str, clock: Callable[[], str] = now) -> None:
        self.engine, self.user, self.clock = engine, user, clock

    # --- reading

    def accounts(self) -> list[Account]:
        """Return the accounts that the user may see, by name."""
        with reading(self.engine) as connection:
            found = fetch(connection, Account, visible(self.user, accounts.c.owner, accounts.c.id))
        return sorted(found, key=lambda account: (name_key(account.name), account.id))

    def find(self, part: str, most: int = 20) -> list[Account]:
        """Return the accounts whose name, or a contact's, holds `part`, also as pinyin or its initials; best first."""
        with reading(self.engine) as connection:
            ids = search.search(connection, self.user, part, most)
            found = {account.id: account for account in fetch(connection, Account, accounts.c.id.in_(ids))}
        return [found[key] for key in ids if key in found]

    def named(self, name: str) -> Account | None:
        """Return the account of this very name, whatever its case and width; None when there is none."""
        with reading(self.engine) as connection:
            key = search.seen_of_this_name(connection, self.user, name)
            found = fetch(connection, Account, accounts.c.id == key) if key else []
        return found[0] if found else None

    def named_in(self, text: str, most: int = 20) -> list[Account]:
        """Return the accounts whose name stands in `text`, the longest name first."""
        with reading(self.engine) as connection:
            ids = search.named_in(connection, self.user, text, most)
            found = {account.id: account for account in fetch(connection, Account, accounts.c.id.in_(ids))}
        return [found[key] for key in ids if key in found]

    def visits(
        self, since: str, until: str | None = None, *, state: str = PLANNED, own: bool = False
    ) -> list[tuple[Account, Visit]]:
        """Return the visits in `state` that start from `since` on and before `until`, the first one first.

        Both are local ISO days or times. With `own` only those in accounts of the user or planned by the user; else all
        that the user may see, noted for each account that somebody else owns.
        """
        mine = sa.and_(visible(self.user, accounts.c.owner, accounts.c.id), ~accounts.c.removed)
        table = TABLES[Visit]
        when = sa.and_(table.c.state == state, table.c.starts >= since)
        when = sa.and_(when, table.c.starts < until) if until else when
        with reading(self.engine) as connection:
            found = fetch(connection, Visit, when, table.c.account.in_(sa.select(accounts.c.id).where(mine)))
            these = sa.select(table.c.account).where(when, ~table.c.removed)
            seen = {account.id: account for account in fetch(connection, Account, mine, accounts.c.id.in_(these))}
        if own:
            found = [v for v in found if v.account in seen and self.user in (seen[v.account].owner, v.by)]
        else:
            self._note_looks(seen.values())
        pairs = [(seen[visit.account], visit) for visit in found if visit.account in seen]
        return sorted(pairs, key=lambda pair: (pair[1].starts, pair[1].id))

    def dossier(self, account: str, parts: Sequence[str] = tuple(PARTS)) -> Dossier:
        """Return all that is known of the account, or only these parts. Noted when somebody else owns it."""
        with self._looking_at(account) as connection:
            return dossier(connection, account, parts)

    def orders(self) -> tuple[list[Account], list[Order]]:
        """Return the accounts that the user may see and all their orders. Noted for each that somebody else owns."""
        mine = sa.and_(visible(self.user, accounts.c.owner, accounts.c.id), ~accounts.c.removed)
        with reading(self.engine) as connection:
            seen = fetch(connection, Account, mine)
            orders = fetch(connection, Order, TABLES[Order].c.account.in_(sa.select(accounts.c.id).where(mine)))
        bought = {order.account for order in orders}
        self._note_looks(account for account in seen if account.id in bought)
        return seen, orders

    def stamp(self, account: str) -> int:
        """Return a number that grows with each change of the account. No look at it, so none is noted."""
        with reading(self.engine) as connection:
            if not connection.execute(
                sa.select(accounts.c.id).where(
                    accounts.c.id == account, visible(self.user, accounts.c.owner, accounts.c.id)
                )
            ).first():
                raise NotFoundError(name=account)
            query = sa.select(sa.func.max(changes.c.number)).where(changes.c.account == account)
            return int(connection.execute(query).scalar() or 0)

    def history(self, account: str, record: str | None = None) -> list[history.Change]:
        """Return the changes of the account, or of one record of it, oldest first."""
        with self._looking_at(account) as connection:
            return history.history(connection, account, record)

    def _note_looks(self, seen: Iterable[Account]) -> None:
        """Note a look at each account that somebody else owns."""
        if foreign := sorted(account.id for account in seen if account.owner != self.user):
            with writing(self.engine) as connection:
                for account in foreign:
                    demand(connection, self.user, account, READ, self.clock())

    @contextmanager
    def _looking_at(self, account: str) -> Iterator[Connection]:
        """Give a connection to read the account with. A look at somebody else's is noted, so that one writes."""
        with reading(self.engine) as connection:
            if rights.owner_of(connection, account) == self.user:
                yield connection
                return
        with writing(self.engine) as connection:
            demand(connection, self.user, account, READ, self.clock())
            yield connection

    # --- writing

    def save(self, *records: Record) -> list[Record]:
        """Keep new records, all or none; return them with id, version, time and user.

        A record may come with an id of the caller's making, so that others can refer to it, and so that the same
        record offered twice is kept once. Raises BadValueError, and SameNameError when an account or contact of that
        name is there.
        """
        return self.apply(new=records)

    def change(self, record: AnyRecord, **values: Any) -> AnyRecord:
        """Give the fields in `values` to the record as it is now; return it.

        `record` is what the user saw. A change that somebody else made meanwhile to other fields stands too.
        Raises ConflictError when it was the same field: nothing is written then.
        """
        [after] = self.apply(changes=[(record, values)])
        return after  # type: ignore[return-value]

    def remove(self, record: Record) -> None:
        """Take the record out of sight; its history stays until it is forgotten."""
        self.apply(gone=[record])

    def apply(
        self,
        new: Iterable[Record] = (),
        changes: Iterable[tuple[Record, dict[str, Any]]] = (),
        gone: Iterable[Record] = (),
    ) -> list[Record]:
        """Do what `save`, `change` and `remove` do, all in one: everything is kept or nothing.

        Return the new records, then the changed ones, as they are now.
        """
        new, changes = list(new), list(changes)
        for record in new:
            check(record)
        for record, values in changes:
            if set(values) & set(_KEPT):
                raise ValueError(f"the book alone gives {_KEPT}")
            check(replace(record, **values))
        with writing(self.engine) as connection:
            kept = [self._insert(connection, record) for record in new]
            changed = [self._change(connection, record, values) for record, values in changes]
            for record in gone:
                self._remove(connection, record)
        return [*kept, *changed]

    def _change(self, connection: Connection, record: AnyRecord, values: dict[str, Any]) -> AnyRecord:
        current = row_now(connection, record)
        demand(connection, self.user, current.account, WRITE, self.clock())
        refuse_conflict(connection, record, current, values)
        after = replace(current, **values)
        if after == current:
            return current
        after = replace(after, version=current.version + 1)
        refuse_same_name(connection, after)
        self._update(connection, after, history.CHANGED, current)
        return after

    def _remove(self, connection: Connection, record: Record) -> None:
        current = row_now(connection, record)
        demand(connection, self.user, current.account, WRITE, self.clock())
        after = replace(current, version=current.version + 1)
        self._update(connection, after, history.REMOVED, current, removed=True)

    # --- sharing

    def share(self, account: str, user: str, *, may_write: bool = False) -> None:
        """Let `user` see the account, or also write. Only its owner may."""
        with writing(self.engine) as connection:
            demand(connection, self.user, account, rights.SHARE, self.clock())
            rights.give(connection, account, user, may_write, self.user, self.clock())

    def unshare(self, account: str, user: str) -> None:
        """Take the share back. Only the account's owner may."""
        with writing(self.engine) as connection:
            demand(connection, self.user, account, rights.SHARE, self.clock())
            rights.take(connection, account, user)

    def shares(self, account: str) -> list[rights.Share]:
        """Return with whom the account is shared; for its owner."""
        with reading(self.engine) as connection:
            demand(connection, self.user, account, rights.SHARE, self.clock())
            return rights.shares_of(connection, account)

    def accesses(self, account: str) -> list[rights.Access]:
        """Return who else looked at the account or wrote, oldest first; for its owner."""
        with reading(self.engine) as connection:
            demand(connection, self.user, account, rights.SHARE, self.clock())
            return rights.accesses_of(connection, account)

    def _insert(self, connection: Connection, record: Record) -> Record:
        key = record.id or new_id()
        at = self.clock()
        stamped = replace(record, id=key, version=1, by=record.by or self.user, at=at)
        if isinstance(stamped, Account):
            stamped = replace(stamped, account=key, owner=stamped.owner or self.user)
        else:
            demand(connection, self.user, stamped.account, WRITE, at)
        if record.id and (there := row_there(connection, stamped)):
            return there
        refuse_same_name(connection, stamped)
        connection.execute(sa.insert(TABLES[type(record)]).values(**values_of(stamped), removed=False))
        history.note(connection, [history.entry(stamped, history.MADE, self.user, at)])
        self._index(connection, stamped)
        return stamped

    def _update(
        self, connection: Connection, record: Record, action: str, before: Record, removed: bool = False
    ) -> None:
        table = TABLES[type(record)]
        at = self.clock()
        connection.execute(sa.update(table).where(table.c.id == record.id).values(**values_of(record), removed=removed))
        history.note(connection, [history.entry(record, action, self.user, at, before)])
        self._index(connection, record)

    @staticmethod
    def _index(connection: Connection, record: Record) -> None:
        if isinstance(record, Account | Contact):
            search.index(connection, record.account)
