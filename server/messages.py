"""The log of turns: what was said and answered, one row a turn, written together with the state that came of it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from server.database import Database, turns

PAGE = 50  # turns shown at once
REACH = 500  # turns among which words that are taken back are looked for
Listener = Callable[["Turn"], None]


@dataclass(frozen=True)
class Turn:
    """One turn. `seq` grows, over all conversations and for ever; `at` is seconds since 1970.

    `forgot`: somebody was forgotten in it, so its words are not stored; `account` is the key of the account it was on.
    `took_back`: words said before that this turn takes back; `withdrew`: the id of the turn in which they were said.
    """

    conversation: str
    id: str
    you: str
    said: tuple[str, ...]
    at: float
    mode: str = "interview"
    lang: str = "zh"
    user: str = ""
    account: str | None = None
    forgot: bool = False
    seq: int = 0
    withdrew: str | None = None
    took_back: str | None = None

    def without_words(self) -> Turn:
        """Return the turn as it may be stored when somebody was forgotten in it."""
        return replace(self, you="", said=())

    def to_json(self) -> dict[str, Any]:
        """Return what a page shows of the turn."""
        moment = datetime.fromtimestamp(self.at, timezone.utc)
        return {
            "seq": self.seq,
            "id": self.id,
            "you": self.you,
            "said": list(self.said),
            "at": moment.isoformat(timespec="seconds").replace("+00:00", "Z"),
            "mode": self.mode,
            "lang": self.lang,
            "withdrew": self.withdrew,
        }


class Messages:
    """Reads the log, and tells listeners of each turn once it is stored.

    What cannot be written now waits in memory, beside the conversations that wait (server/tracker_store.py).
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._listeners: list[Listener] = []
        self._waiting: list[Turn] = []
        self._unstored: dict[str, Turn] = {}  # by conversation: the last turn, when its words must not be stored

    def listen(self, listener: Listener) -> None:
        """Call `listener` with each turn from now on."""
        self._listeners.append(listener)

    def write(self, connection: Connection, turn: Turn) -> Turn | None:
        """Store a turn, and those of its conversation that wait, within the transaction of `connection`.

        That must have the lock already. Return the turn with its number; None when it is stored already.
        """
        for one in self._of(turn.conversation):
            self._insert(connection, one)
        return self._insert(connection, turn)

    def written(self, turn: Turn) -> None:
        """Tell of a turn whose transaction is done."""
        self._drop_waiting(turn.conversation)
        self._announce(turn)

    def wait(self, turn: Turn) -> None:
        """Keep a turn in memory until the file can be written again."""
        if self._waits(turn.conversation, turn.id) is None:
            newest = self._waiting[-1].seq if self._waiting else 0
            numbered = replace(
                turn,
                seq=max(newest + 1, _now_ms()),
                withdrew=withdrew(turn.took_back, self._of(turn.conversation)),
            )
            self._waiting.append(numbered)
            self._announce(numbered)

    def find(self, conversation: str, id_: str) -> Turn | None:
        """Return the turn that answered this message, None when there is none yet."""
        if waiting := self._waits(conversation, id_):
            return waiting
        query = sa.select(turns).where(turns.c.conversation == conversation, turns.c.id == id_)
        with self._database.engine.connect() as connection:
            row = connection.execute(query).mappings().first()
        return self._whole(row) if row else None

    def before(self, conversation: str, seq: int | None = None, limit: int = PAGE) -> tuple[list[Turn], bool]:
        """Return the last turns before `seq`, oldest first, and whether there are earlier ones."""
        query = sa.select(turns).where(turns.c.conversation == conversation).order_by(turns.c.seq.desc())
        if seq is not None:
            query = query.where(turns.c.seq < seq)
        with self._database.engine.connect() as connection:
            rows = connection.execute(query.limit(limit + 1)).mappings().all()
        waiting = [one for one in self._of(conversation) if seq is None or one.seq < seq]
        found = [*map(self._whole, reversed(rows)), *waiting]
        return found[-limit:], len(found) > limit

    def after(self, conversation: str, seq: int, limit: int = PAGE) -> list[Turn]:
        """Return up to `limit` turns after `seq`, oldest first."""
        query = sa.select(turns).where(turns.c.conversation == conversation, turns.c.seq > seq)
        with self._database.engine.connect() as connection:
            rows = connection.execute(query.order_by(turns.c.seq).limit(limit)).mappings().all()
        waiting = [one for one in self._of(conversation) if one.seq > seq]
        return [*map(self._whole, rows), *waiting][:limit]

    def forget(self, connection: Connection, conversation: str) -> int:
        """Delete the log of a conversation within the transaction of `connection`; return how many turns went."""
        waiting = len(self._of(conversation))
        gone = connection.execute(sa.delete(turns).where(turns.c.conversation == conversation))
        self._drop_waiting(conversation)
        self._unstored.pop(conversation, None)
        return int(gone.rowcount) + waiting

    def only_of(self, user: str) -> list[str]:
        """Return the conversations in which nobody but `user` took a turn."""
        others = sa.select(turns.c.conversation).where(turns.c.user != user)
        query = sa.select(turns.c.conversation).distinct().where(turns.c.user == user)
        with self._database.engine.connect() as connection:
            return list(connection.execute(query.where(turns.c.conversation.not_in(others))).scalars())

    def forget_user(self, user: str) -> None:
        """Delete the user's turns in every conversation."""
        with self._database.engine.begin() as connection:
            connection.execute(sa.delete(turns).where(turns.c.user == user))

    def _insert(self, connection: Connection, turn: Turn) -> Turn | None:
        same = sa.select(turns.c.seq).where(turns.c.conversation == turn.conversation, turns.c.id == turn.id)
        if connection.execute(same).first():
            return None
        newest = connection.execute(sa.select(sa.func.max(turns.c.seq))).scalar() or 0
        numbered = replace(
            turn,
            seq=max(newest + 1, turn.seq or _now_ms()),
            withdrew=withdrew(turn.took_back, self._newest(connection, turn.conversation)) if turn.took_back else None,
        )
        stored = numbered.without_words() if turn.forgot else numbered
        values = {**vars(stored), "said": json.dumps(stored.said, ensure_ascii=False)}
        del values["took_back"]  # the words stand in the turn that was withdrawn
        connection.execute(sa.insert(turns).values(values))
        return numbered

    def _newest(self, connection: Connection, conversation: str) -> list[Turn]:
        """Return the last turns, oldest first."""
        query = sa.select(turns).where(turns.c.conversation == conversation).order_by(turns.c.seq.desc()).limit(REACH)
        return [_turn(row) for row in reversed(connection.execute(query).mappings().all())]

    def _announce(self, turn: Turn) -> None:
        self._unstored.pop(turn.conversation, None)
        if turn.forgot:
            self._unstored[turn.conversation] = turn
        for listener in self._listeners:
            listener(turn)

    def _whole(self, row: Mapping[str, Any]) -> Turn:
        """Return the turn in `row`; with its words, when they are still in memory."""
        turn = _turn(row)
        last = self._unstored.get(turn.conversation)
        return last if last is not None and last.seq == turn.seq else turn

    def _drop_waiting(self, conversation: str) -> None:
        self._waiting = [one for one in self._waiting if one.conversation != conversation]

    def _of(self, conversation: str) -> list[Turn]:
        return [one for one in self._waiting if one.conversation == conversation]

    def _waits(self, conversation: str, id_: str) -> Turn | None:
        return next((one for one in self._of(conversation) if one.id == id_), None)


def withdrew(words: str | None, earlier: Sequence[Turn]) -> str | None:
    """Return the id of the last turn of `earlier` in which `words` were said and that still counts."""
    gone = {turn.withdrew for turn in earlier}
    said = "".join((words or "").split())
    counting = (turn.id for turn in reversed(earlier) if turn.id not in gone and "".join(turn.you.split()) == said)
    return next(counting, None) if said else None


def _turn(row: Mapping[str, Any]) -> Turn:
    return Turn(**{**row, "said": tuple(json.loads(row["said"])), "forgot": bool(row["forgot"])})


def _now_ms() -> int:
    """The time in milliseconds, so that numbers grow on when the file was lost or a conversation forgotten."""
    return int(time.time() * 1000)
