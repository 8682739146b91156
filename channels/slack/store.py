"""The small file that makes Slack's letters arrive once: what came in, what goes out, what was seen.

What was answered is wiped at once; only the key remains, without words, until Slack cannot send it again any more.
All of it is called from one thread, the event loop's; each call is a transaction of about a millisecond.
"""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from channels.slack.incoming import Incoming, from_json
from coach.privacy.anew import write_anew

FILE = "slack.db"
WIPE_WAIT_S = 0.2  # the event loop waits meanwhile
SEEN_S = 3 * 24 * 3600.0  # Slack gives up after some hours; a disabled socket hands over its letters the next day
PEOPLE_S = 24 * 3600.0  # how long a name and an address are believed
_TABLES = """
CREATE TABLE IF NOT EXISTS seen (key TEXT PRIMARY KEY, at REAL NOT NULL);
CREATE TABLE IF NOT EXISTS inbox (id INTEGER PRIMARY KEY, lane TEXT NOT NULL, at TEXT NOT NULL, what TEXT NOT NULL,
    begun INTEGER NOT NULL DEFAULT 0, tries INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS outbox (id INTEGER PRIMARY KEY, lane TEXT NOT NULL, team TEXT NOT NULL, method TEXT NOT NULL,
    arguments TEXT NOT NULL, tries INTEGER NOT NULL DEFAULT 0, unsure INTEGER NOT NULL DEFAULT 0, since REAL NOT NULL);
CREATE TABLE IF NOT EXISTS people (team TEXT, user TEXT, at REAL NOT NULL, profile TEXT NOT NULL,
    PRIMARY KEY (team, user));
CREATE TABLE IF NOT EXISTS talks (sender TEXT PRIMARY KEY, owner TEXT NOT NULL, turns INTEGER NOT NULL DEFAULT 0,
    last TEXT NOT NULL DEFAULT '0', at REAL NOT NULL);
CREATE TABLE IF NOT EXISTS notes (key TEXT PRIMARY KEY, value TEXT NOT NULL, until REAL NOT NULL);
"""


@dataclass(frozen=True)
class Post:
    """One call of Slack's Web API that is to be made."""

    method: str
    arguments: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Waiting:
    """A post in the outbox. `unsure`: it was sent, and Slack did not say whether it arrived."""

    id: int
    lane: str
    team: str
    post: Post
    tries: int
    unsure: bool
    since: float


@dataclass(frozen=True)
class Letter:
    """An incoming thing in the inbox. `begun`: a process began with it before and did not finish."""

    id: int
    incoming: Incoming
    begun: bool
    tries: int


@dataclass(frozen=True)
class Talk:
    """A conversation: whose it is, how many turns it has had, Slack's time stamp of the newest message."""

    owner: str
    turns: int = 0
    last: str = "0"


class Store:
    """The file. `clock` gives seconds since 1970."""

    def __init__(self, path: Path, clock: Callable[[], float] = time.time) -> None:
        """Open or create it for the owner alone. Raises OSError or sqlite3.Error."""
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        self.clock, self._path = clock, path
        self._forgetting = False
        self._db = sqlite3.connect(path, isolation_level=None, timeout=5.0)
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "secure_delete=ON"):
            self._db.execute(f"PRAGMA {pragma}")
        self._db.executescript(_TABLES)
        self.clean()

    def close(self) -> None:
        self._db.close()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield self._db
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def clean(self) -> None:
        """Forget what is too old to matter."""
        now = self.clock()
        with self._writing() as db:
            db.execute("DELETE FROM seen WHERE at < ?", [now - SEEN_S])
            db.execute("DELETE FROM people WHERE at < ?", [now - 30 * PEOPLE_S])
            db.execute("DELETE FROM notes WHERE until < ?", [now])
        self._wipe()

    def _wipe(self) -> None:
        """Write the small file anew: bytes of what was deleted stand in it and in its journal until then.

        While another program is in the way it goes on; `clean` comes again.
        """
        with suppress(sqlite3.Error):
            write_anew(self._path, WIPE_WAIT_S)
            self._forgetting = False

    def forget_soon(self) -> None:
        """Somebody was forgotten in a talk: once the answer, which names them, is sent, no byte of it stays."""
        self._forgetting = True

    # what came in

    def take(self, what: Incoming) -> bool:
        """Put it into the inbox; False when it was there before."""
        with self._writing() as db:
            marks = ",".join("?" * len(what.keys))
            if db.execute(f"SELECT 1 FROM seen WHERE key IN ({marks})", what.keys).fetchone():
                return False
            db.executemany("INSERT INTO seen VALUES (?, ?)", [(key, self.clock()) for key in what.keys])
            db.execute("INSERT INTO inbox (lane, at, what) VALUES (?, ?, ?)", [what.lane, what.at, what.to_json()])
        return True

    def once(self, key: str) -> bool:
        """Note a key; False when it was noted before."""
        with self._writing() as db:
            done = db.execute("INSERT OR IGNORE INTO seen VALUES (?, ?)", [key, self.clock()])
        return done.rowcount == 1

    def next_letter(self, lane: str) -> Letter | None:
        """Return the oldest of a person's letters, and note that it is begun."""
        query = (
            "SELECT id, what, begun, tries FROM inbox WHERE lane = ? ORDER BY begun DESC, CAST(at AS REAL), id LIMIT 1"
        )
        row = self._db.execute(query, [lane]).fetchone()
        if row is None:
            return None
        self._db.execute("UPDATE inbox SET begun = 1, tries = tries + 1 WHERE id = ?", [row[0]])
        return Letter(row[0], from_json(row[1]), bool(row[2]), row[3])

    def answered(self, letter: Letter, posts: Iterable[Post], talk: tuple[str, Talk] | None = None) -> None:
        """Take a letter out of the inbox and put the answers into the outbox, both or neither."""
        what = letter.incoming
        with self._writing() as db:
            if not db.execute("DELETE FROM inbox WHERE id = ?", [letter.id]).rowcount:
                return
            self._put(db, what.lane, what.team, posts)
            if talk:
                sender, now = talk
                db.execute(
                    "INSERT OR REPLACE INTO talks VALUES (?, ?, ?, ?, ?)",
                    [sender, now.owner, now.turns, now.last, self.clock()],
                )

    def lanes_in(self) -> list[str]:
        """Return whose letters wait."""
        return [row[0] for row in self._db.execute("SELECT DISTINCT lane FROM inbox")]

    # what goes out

    def post(self, lane: str, team: str, *posts: Post) -> None:
        """Put posts into the outbox."""
        with self._writing() as db:
            self._put(db, lane, team, posts)

    def _put(self, db: sqlite3.Connection, lane: str, team: str, posts: Iterable[Post]) -> None:
        db.executemany(
            "INSERT INTO outbox (lane, team, method, arguments, since) VALUES (?, ?, ?, ?, ?)",
            [(lane, team, p.method, json.dumps(p.arguments, ensure_ascii=False), self.clock()) for p in posts],
        )

    def next_post(self, lane: str) -> Waiting | None:
        """Return the oldest post of a lane."""
        columns = "id, lane, team, method, arguments, tries, unsure, since"
        query = f"SELECT {columns} FROM outbox WHERE lane = ? ORDER BY id LIMIT 1"
        row = self._db.execute(query, [lane]).fetchone()
        if row is None:
            return None
        number, lane, team, method, arguments, tries, unsure, since = row
        return Waiting(number, lane, team, Post(method, json.loads(arguments)), tries, bool(unsure), since)

    def sending(self, waiting: Waiting) -> None:
        """Note that it goes out now: if this process ends before Slack answers, it may have arrived."""
        self._db.execute("UPDATE outbox SET unsure = 1 WHERE id = ?", [waiting.id])

    def tried(self, waiting: Waiting, *, unsure: bool) -> None:
        """Count an attempt that failed; note whether it may have arrived all the same."""
        self._db.execute("UPDATE outbox SET tries = tries + 1, unsure = ? WHERE id = ?", [int(unsure), waiting.id])

    def sent(self, waiting: Waiting) -> None:
        """Wipe a post that is done with."""
        self._db.execute("DELETE FROM outbox WHERE id = ?", [waiting.id])
        if self._forgetting and not self.lanes_out():
            self._wipe()

    def replace(self, waiting: Waiting, post: Post) -> None:
        """Put another post into the place of one that Slack refused."""
        values = [post.method, json.dumps(post.arguments, ensure_ascii=False), waiting.id]
        self._db.execute("UPDATE outbox SET method = ?, arguments = ?, unsure = 0 WHERE id = ?", values)

    def lanes_out(self) -> list[str]:
        """Return the lanes with posts."""
        return [row[0] for row in self._db.execute("SELECT DISTINCT lane FROM outbox")]

    # what is remembered

    def talk(self, sender: str) -> Talk | None:
        """Return what is known of a conversation."""
        row = self._db.execute("SELECT owner, turns, last FROM talks WHERE sender = ?", [sender]).fetchone()
        return Talk(*row) if row else None

    def talks_of(self, team: str, owner: str, most: int) -> list[str]:
        """Return the conversations of a person in a workspace, the latest first."""
        query = "SELECT sender FROM talks WHERE owner = ? AND sender GLOB ? ORDER BY at DESC, sender LIMIT ?"
        return [row[0] for row in self._db.execute(query, [owner, f"slack-{team}-*", most])]

    def profile(self, team: str, user: str) -> tuple[dict[str, Any], bool] | None:
        """Return what Slack said of a person, and whether that is still fresh."""
        row = self._db.execute("SELECT profile, at FROM people WHERE team = ? AND user = ?", [team, user]).fetchone()
        return (json.loads(row[0]), self.clock() - row[1] < PEOPLE_S) if row else None

    def keep_profile(self, team: str, user: str, profile: dict[str, Any]) -> None:
        """Keep what Slack said of a person."""
        values = [team, user, self.clock(), json.dumps(profile, ensure_ascii=False)]
        self._db.execute("INSERT OR REPLACE INTO people VALUES (?, ?, ?, ?)", values)

    def note(self, key: str, value: str, seconds: float) -> None:
        """Remember a small thing for some time."""
        self._db.execute("INSERT OR REPLACE INTO notes VALUES (?, ?, ?)", [key, value, self.clock() + seconds])

    def noted(self, key: str) -> str | None:
        """Return what was noted, None when it was not or the time is over."""
        row = self._db.execute("SELECT value FROM notes WHERE key = ? AND until >= ?", [key, self.clock()]).fetchone()
        return row[0] if row else None

    def unnote(self, key: str) -> None:
        self._db.execute("DELETE FROM notes WHERE key = ?", [key])
