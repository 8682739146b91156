"""What records are called in a CRM and what it said of them last: so that a second import changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from coach.accounts.bulk import groups
from coach.accounts.tables import outside_ids

NAMELESS = "#"  # stands before our own id for a row that has none
ALSO_AT = "\x1f"  # between the id of a person and a further account where the same person is


@dataclass(frozen=True)
class Link:
    """A row of the system under its id there, the record that it is here, and what it said last, by field."""

    outside: str
    account: str
    record: str
    given: Mapping[str, Any]


class Links:
    """The links of one user to one kind of records in one system."""

    def __init__(self, connection: Connection, owner: str, system: str, kind: str) -> None:
        self._connection, self._key = connection, {"owner": owner, "system": system, "kind": kind}
        self._links: dict[str, Link] = {}
        self._records: set[str] = set()
        self._stored: set[str] = set()
        self._changed: dict[str, Link] = {}

    def look_up(self, outside: Iterable[str] = (), accounts: Iterable[str] = ()) -> None:
        """Read the links of these ids, and all of these accounts."""
        for column, wanted in ((outside_ids.c.outside, outside), (outside_ids.c.account, accounts)):
            for group in groups(dict.fromkeys(wanted)):
                query = sa.select(outside_ids).where(*self._mine(), column.in_(group))
                for row in self._connection.execute(query):
                    self._links[row.outside] = Link(row.outside, row.account, row.record, row.given)
                    self._note(self._links[row.outside])
                    self._stored.add(row.outside)

    def _note(self, link: Link) -> None:
        if not link.outside.startswith(NAMELESS):
            self._records.add(link.record)

    def _mine(self) -> list[Any]:
        return [outside_ids.c[name] == value for name, value in self._key.items()]

    def get(self, outside: str) -> Link | None:
        return self._links.get(outside)

    def is_linked(self, record: str) -> bool:
        """Say whether the record is already a row with an id in the system."""
        return record in self._records

    def put(self, link: Link) -> None:
        """Take down a link; `write` keeps it."""
        old = self._links.get(link.outside)
        if old is None or (old.record, dict(old.given)) != (link.record, _plain(link.given)):
            self._links[link.outside] = self._changed[link.outside] = link
            self._note(link)

    def write(self) -> None:
        """Keep what was taken down."""
        for keys in groups(key for key in self._changed if key in self._stored):
            self._connection.execute(sa.delete(outside_ids).where(*self._mine(), outside_ids.c.outside.in_(keys)))
        for links in groups(self._changed.values()):
            rows = [{**self._key, **vars(link), "given": _plain(link.given)} for link in links]
            self._connection.execute(sa.insert(outside_ids), rows)


def _plain(given: Mapping[str, Any]) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in given.items()}
