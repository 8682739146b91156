"""The file that is kept between two starts, and what is remembered in it: people, conversations, small notes.

All of it is called from one thread, the event loop's; each call is a transaction of about a millisecond.
"""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coach.privacy.anew import write_anew

WIPE_WAIT_S = 0.2  # the event loop waits meanwhile
PEOPLE_S = 24 * 3600.0  # how long a name and an address are believed
_TABLES = """
CREATE TABLE IF NOT EXISTS people (team TEXT, user TEXT, at REAL NOT NULL, profile TEXT NOT NULL,
    PRIMARY KEY (team, user));
CREATE TABLE IF NOT EXISTS talks (sender TEXT PRIMARY KEY, owner TEXT NOT NULL, turns INTEGER NOT NULL DEFAULT 0,
    last TEXT NOT NULL DEFAULT '0', at REAL NOT NULL);
CREATE TABLE IF NOT EXISTS notes (key TEXT PRIMARY KEY, value TEXT NOT NULL, until REAL NOT NULL);
"""


@dataclass(frozen=True)
class Talk:
    """A conversation: whose it is, how many turns it has had, Slack's time stamp of the newest message."""

    owner: str
    turns: int = 0
    last: str = "0"


class Memory:
    """The file. `clock` gives seconds since 1970."""

    def __init__(self, path: Path, clock: Callable[[], float] = time.time) -> None:
        """Open or create it for the owner alone. Raises OSError or sqlite3.Error."""
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        self.clock, self.path = clock, path
        self.db = sqlite3.connect(path, isolation_level=None, timeout=5.0)
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "secure_delete=ON"):
            self.db.execute(f"PRAGMA {pragma}")
        self.db.executescript(_TABLES)

    def close(self) -> None:
        self.db.close()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Do all that is in the block, or nothing of it."""
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield self.db
        except BaseException:
            self.db.execute("ROLLBACK")
            raise
        self.db.execute("COMMIT")

    def clean(self) -> None:
        """Forget what is too old to matter."""
        now = self.clock()
        with self.writing() as db:
            db.execute("DELETE FROM people WHERE at < ?", [now - 30 * PEOPLE_S])
            db.execute("DELETE FROM notes WHERE until < ?", [now])
        with suppress(sqlite3.Error, OSError):  # while another program is in the way it goes on; this comes again
            write_anew(self.path, WIPE_WAIT_S)

    def talk(self, sender: str) -> Talk | None:
        """Return what is known of a conversation."""
        row = self.db.execute("SELECT owner, turns, last FROM talks WHERE sender = ?", [sender]).fetchone()
        return Talk(*row) if row else None

    def talks_of(self, team: str, owner: str, most: int) -> list[str]:
        """Return the conversations of a person in a workspace, the latest first."""
        query = "SELECT sender FROM talks WHERE owner = ? AND sender GLOB ? ORDER BY at DESC, sender LIMIT ?"
        return [row[0] for row in self.db.execute(query, [owner, f"slack-{team}-*", most])]

    def profile(self, team: str, user: str) -> tuple[dict[str, Any], bool] | None:
        """Return what Slack said of a person, and whether that is still fresh."""
        row = self.db.execute("SELECT profile, at FROM people WHERE team = ? AND user = ?", [team, user]).fetchone()
        return (json.loads(row[0]), self.clock() - row[1] < PEOPLE_S) if row else None

    def keep_profile(self, team: str, user: str, profile: dict[str, Any]) -> None:
        """Keep what Slack said of a person."""
        values = [team, user, self.clock(), json.dumps(profile, ensure_ascii=False)]
        self.db.execute("INSERT OR REPLACE INTO people VALUES (?, ?, ?, ?)", values)

    def note(self, key: str, value: str, seconds: float) -> None:
        """Remember a small thing for some time."""
        self.db.execute("INSERT OR REPLACE INTO notes VALUES (?, ?, ?)", [key, value, self.clock() + seconds])

    def noted(self, key: str) -> str | None:
        """Return what was noted, None when it was not or the time is over."""
        row = self.db.execute("SELECT value FROM notes WHERE key = ? AND until >= ?", [key, self.clock()]).fetchone()
        return row[0] if row else None
