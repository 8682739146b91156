"""The inbox and the outbox, which make Slack's letters arrive once: what came in, what goes out, what was seen.

What was answered is wiped at once; only the key remains, without words, until Slack cannot send it again any more.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from channels.slack.incoming import Incoming, from_json
from channels.slack.letters import Letter, Post, Waiting
from channels.slack.memory import WIPE_WAIT_S, Memory, Talk
from coach.privacy.anew import write_anew_if_due

FILE = "slack.db"
SEEN_S = 3 * 24 * 3600.0  # Slack gives up after some hours; a disabled socket hands over its letters the next day
_TABLES = """
CREATE TABLE IF NOT EXISTS seen (key TEXT PRIMARY KEY, at REAL NOT NULL);
CREATE TABLE IF NOT EXISTS inbox (id INTEGER PRIMARY KEY, lane TEXT NOT NULL, at TEXT NOT NULL, what TEXT NOT NULL,
    begun INTEGER NOT NULL DEFAULT 0, tries INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS outbox (id INTEGER PRIMARY KEY, lane TEXT NOT NULL, team TEXT NOT NULL, method TEXT NOT NULL,
    arguments TEXT NOT NULL, tries INTEGER NOT NULL DEFAULT 0, unsure INTEGER NOT NULL DEFAULT 0, since REAL NOT NULL);
"""


class Store(Memory):
    """The file of Memory, with what is under way."""

    def __init__(self, path: Path, clock: Callable[[], float] = time.time) -> None:
        """Open or create it for the owner alone. Raises OSError or sqlite3.Error."""
        super().__init__(path, clock)
        self.db.executescript(_TABLES)
        self.clean()

    def clean(self) -> None:
        """Forget what is too old to matter."""
        self.db.execute("DELETE FROM seen WHERE at < ?", [self.clock() - SEEN_S])
        super().clean()

    # what came in

    def take(self, what: Incoming) -> bool:
        """Put it into the inbox; False when it was there before."""
        with self.writing() as db:
            marks = ",".join("?" * len(what.keys))
            if db.execute(f"SELECT 1 FROM seen WHERE key IN ({marks})", what.keys).fetchone():
                return False
            db.executemany("INSERT INTO seen VALUES (?, ?)", [(key, self.clock()) for key in what.keys])
            db.execute("INSERT INTO inbox (lane, at, what) VALUES (?, ?, ?)", [what.lane, what.at, what.to_json()])
        return True

    def once(self, key: str) -> bool:
        """Note a key; False when it was noted before."""
        with self.writing() as db:
            done = db.execute("INSERT OR IGNORE INTO seen VALUES (?, ?)", [key, self.clock()])
        return done.rowcount == 1

    def next_letter(self, lane: str) -> Letter | None:
        """Return the oldest of a person's letters, and note that it is begun."""
        query = (
            "SELECT id, what, begun, tries FROM inbox WHERE lane = ? ORDER BY begun DESC, CAST(at AS REAL), id LIMIT 1"
        )
        row = self.db.execute(query, [lane]).fetchone()
        if row is None:
            return None
        self.db.execute("UPDATE inbox SET begun = 1, tries = tries + 1 WHERE id = ?", [row[0]])
        return Letter(row[0], from_json(row[1]), bool(row[2]), row[3])

    def answered(self, letter: Letter, posts: Iterable[Post], talk: tuple[str, Talk] | None = None) -> None:
        """Take a letter out of the inbox and put the answers into the outbox, both or neither."""
        what = letter.incoming
        with self.writing() as db:
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
        return [row[0] for row in self.db.execute("SELECT DISTINCT lane FROM inbox")]

    # what goes out

    def post(self, lane: str, team: str, *posts: Post) -> None:
        """Put posts into the outbox."""
        with self.writing() as db:
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
        row = self.db.execute(query, [lane]).fetchone()
        if row is None:
            return None
        number, lane, team, method, arguments, tries, unsure, since = row
        return Waiting(number, lane, team, Post(method, json.loads(arguments)), tries, bool(unsure), since)

    def sending(self, waiting: Waiting) -> None:
        """Note that it goes out now: if this process ends before Slack answers, it may have arrived."""
        self.db.execute("UPDATE outbox SET unsure = 1 WHERE id = ?", [waiting.id])

    def tried(self, waiting: Waiting, *, unsure: bool) -> None:
        """Count an attempt that failed; note whether it may have arrived all the same."""
        self.db.execute("UPDATE outbox SET tries = tries + 1, unsure = ? WHERE id = ?", [int(unsure), waiting.id])

    def sent(self, waiting: Waiting) -> None:
        """Wipe a post that is done with."""
        self.db.execute("DELETE FROM outbox WHERE id = ?", [waiting.id])
        if not self.lanes_out():
            write_anew_if_due(self.path, WIPE_WAIT_S)

    def replace(self, waiting: Waiting, post: Post) -> None:
        """Put another post into the place of one that Slack refused."""
        values = [post.method, json.dumps(post.arguments, ensure_ascii=False), waiting.id]
        self.db.execute("UPDATE outbox SET method = ?, arguments = ?, unsure = 0 WHERE id = ?", values)

    def lanes_out(self) -> list[str]:
        """Return the lanes with posts."""
        return [row[0] for row in self.db.execute("SELECT DISTINCT lane FROM outbox")]
