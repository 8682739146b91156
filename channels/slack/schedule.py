"""The table of messages that Slack keeps for later: what is to come before and after each visit, and whose they are."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace

from channels.slack.incoming import lane_of
from channels.slack.store import Store

SENDING, SET, POSTED, FAR = "sending", "set", "posted", "far"  # of a row; SENDING: Slack may have it, or not
_TABLES = """
CREATE TABLE IF NOT EXISTS reminded (lane TEXT PRIMARY KEY, team TEXT NOT NULL, user TEXT NOT NULL,
    channel TEXT NOT NULL, person TEXT NOT NULL, lang TEXT NOT NULL, zone TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS scheduled (lane TEXT NOT NULL, visit TEXT NOT NULL, kind TEXT NOT NULL,
    account TEXT NOT NULL, post_at INTEGER NOT NULL, key TEXT NOT NULL, digest TEXT NOT NULL, state TEXT NOT NULL,
    message TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (lane, visit, kind));
"""


@dataclass(frozen=True)
class Reminded:
    """A person who is reminded of visits, in the direct message `channel`. `person`: key of the account book."""

    team: str
    user: str
    channel: str
    person: str
    lang: str
    zone: str

    @property
    def lane(self) -> str:
        return lane_of(self.team, self.user)


@dataclass(frozen=True)
class Row:
    """One message. `key`: all that it was made from; `digest`: of the message; `message`: Slack's id for it.

    `text`: the notification, kept only while the state is SENDING: by it the message is found again in Slack's list.
    """

    lane: str
    visit: str
    kind: str
    account: str
    post_at: int
    key: str
    digest: str
    state: str
    message: str = ""
    text: str = ""


class Schedule:
    """In the file of the store, so that a restart loses nothing."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._db: sqlite3.Connection = store.db
        self._db.executescript(_TABLES)

    def remind(self, person: Reminded) -> None:
        """Note a person, or what changed about them."""
        values = [person.lane, person.team, person.user, person.channel, person.person, person.lang, person.zone]
        self._db.execute("INSERT OR REPLACE INTO reminded VALUES (?, ?, ?, ?, ?, ?, ?)", values)

    def person(self, lane: str) -> Reminded | None:
        row = self._db.execute(
            "SELECT team, user, channel, person, lang, zone FROM reminded WHERE lane = ?", [lane]
        ).fetchone()
        return Reminded(*row) if row else None

    def lanes(self) -> list[str]:
        return [row[0] for row in self._db.execute("SELECT lane FROM reminded ORDER BY lane")]

    def rows(self, lane: str) -> list[Row]:
        query = (
            "SELECT lane, visit, kind, account, post_at, key, digest, state, message, text FROM scheduled "
            "WHERE lane = ? ORDER BY post_at, visit, kind"
        )
        return [Row(*row) for row in self._db.execute(query, [lane])]

    def keep(self, row: Row) -> Row:
        """Write a row, in place of the one that was there."""
        kept = row if row.state == SENDING else replace(row, text="")
        values = [
            kept.lane, kept.visit, kept.kind, kept.account, kept.post_at, kept.key, kept.digest, kept.state,
            kept.message, kept.text,
        ]  # fmt: skip
        self._db.execute("INSERT OR REPLACE INTO scheduled VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
        return kept

    def drop(self, row: Row) -> None:
        self._db.execute(
            "DELETE FROM scheduled WHERE lane = ? AND visit = ? AND kind = ?", [row.lane, row.visit, row.kind]
        )
