"""Keeps one row a conversation: its slots and its last few events, so that turn 300 costs what turn 5 costs.

Rasa's SQL store keeps every event and rebuilds the conversation from all of them several times a turn. Here the state
is in a slot, so older events are not needed.
"""

from __future__ import annotations

import asyncio
import json
import logging
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.conversation import Dialogue
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import SlotSet, deserialise_events
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.exc import SQLAlchemyError

from coach.conversation.slot import SLOT
from coach.privacy.anew import is_due, mark_due, write_anew
from coach.settings import settings
from server.database import PUT_ASIDE, Database, conversations, open_database
from server.logged_turn import logged_turn
from server.messages import Messages, Turn
from server.recent_events import recent, without_messages
from server.words import voice

Row = dict[str, Any]
FORGOT = '"forgot": true'  # in the state's JSON: the turn forgot somebody, whom its messages name
RETRY_S = 30.0  # until bytes that could not be overwritten are tried again
logger = logging.getLogger(__name__)


class ConversationStore(TrackerStore):
    """A tracker store on SQLite. While the file cannot be written, conversations go on in memory, and it says so."""

    def __init__(
        self,
        domain: Domain | None = None,
        event_broker: EventBroker | None = None,
        path: str | None = None,
        database: Database | None = None,
        report: Callable[[str], None] | None = None,
        **kwargs: Any,
    ) -> None:
        """Open `database`, `path` or `conversations.db` of the settings' home. Raises UnusableDatabaseError."""
        super().__init__(domain, event_broker)
        self.database = database or open_database(Path(path or settings().home / "conversations.db"))
        self.messages = Messages(self.database)
        self.report = report or (lambda line: print(line, file=sys.stderr))
        self._unsaved: dict[str, Row] = {}
        self._unread: set[str] = set()  # stored, but could not be read: never to be overwritten

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Write the conversation's row and the log of its last turn, in one transaction."""
        await self.stream_events(tracker)
        row, turn = row_of(tracker), logged_turn(tracker)
        if tracker.sender_id in self._unread:
            self._keep_in_memory(row, turn)
            return
        try:
            written = self._write(row, turn)
        except SQLAlchemyError as error:
            self._keep_in_memory(row, turn)
            self._tell("server_database_not_saved", reason=_short(error))
            return
        self._unsaved.pop(tracker.sender_id, None)
        if written:
            self.messages.written(written)

    def _keep_in_memory(self, row: Row, turn: Turn | None) -> None:
        self._unsaved[row["sender_id"]] = row
        if turn:
            self.messages.wait(turn)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """Return the conversation, or None when there is none yet."""
        row = self._unsaved.get(sender_id) or self._read(sender_id)
        if row is None:
            return None
        try:
            events = self._events_in(row)
        except (ValueError, TypeError, KeyError, AttributeError):
            kept = self._put_row_aside(sender_id)
            self._tell("server_conversation_unreadable", kept=kept)
            return None
        tracker = self.init_tracker(sender_id)
        tracker.recreate_from_dialogue(Dialogue(sender_id, events))
        return tracker

    async def keys(self) -> Iterable[str]:
        """Return the names of all conversations."""
        with self.database.engine.connect() as connection:
            stored = connection.execute(sa.select(conversations.c.sender_id)).scalars().all()
        return [*stored, *(key for key in self._unsaved if key not in stored)]

    async def delete(self, sender_id: str) -> bool:
        """Delete a conversation and its log for good; return whether there was one."""
        deleted = self._delete(sender_id)
        await self._write_anew()
        return deleted

    def _delete(self, sender_id: str) -> bool:
        mark_due(self.database.path)
        with self.database.engine.begin() as connection:
            name = conversations.c.sender_id
            mine = (name == sender_id) | name.startswith(f"{sender_id}{PUT_ASIDE}", autoescape=True)
            deleted = connection.execute(sa.delete(conversations).where(mine))
            logged = self.messages.forget(connection, sender_id)
        unsaved = self._unsaved.pop(sender_id, None)
        return bool(deleted.rowcount or logged or unsaved)

    async def forget_user(self, user: str) -> None:
        """Delete the conversations that the user alone has had, and the user's turns in those of several people."""
        for name in {user, *self.messages.only_of(user)}:
            self._delete(name)
        self.messages.forget_user(user)
        await self._write_anew()

    async def _write_anew(self) -> None:
        """Overwrite what was deleted; while another program is in the way, try again later and at the next start."""
        try:
            await asyncio.to_thread(write_anew, self.database.path)
        except (sqlite3.Error, OSError) as error:
            logger.warning("server.bytes.left %s", error)
            asyncio.get_running_loop().call_later(RETRY_S, self._try_again)

    def _try_again(self) -> None:
        if is_due(self.database.path):
            self._trying = asyncio.create_task(self._write_anew())

    def _events_in(self, row: Row) -> list[Any]:
        slots = json.loads(row["slots"])
        kept = [SlotSet(name, value) for name, value in slots.items() if name in self._slot_names()]
        return kept + deserialise_events(json.loads(row["events"]))

    def _slot_names(self) -> set[str]:
        return {slot.name for slot in self.domain.slots}

    def _read(self, sender_id: str) -> Row | None:
        query = sa.select(conversations).where(conversations.c.sender_id == sender_id)
        try:
            with self.database.engine.connect() as connection:
                row = connection.execute(query).mappings().first()
        except SQLAlchemyError as error:
            self._unread.add(sender_id)
            self._tell("server_database_not_saved", reason=_short(error))
            return None
        return dict(row) if row else None

    def _write(self, row: Row, turn: Turn | None = None) -> Turn | None:
        """Return the turn as it is in the log now; None when it was there already."""
        mine = conversations.c.sender_id == row["sender_id"]
        with self.database.engine.begin() as connection:  # the update takes the lock, also when there is no such row
            if not connection.execute(sa.update(conversations).where(mine).values(row)).rowcount:
                connection.execute(sa.insert(conversations).values(row))
            return self.messages.write(connection, turn) if turn else None

    def _put_row_aside(self, sender_id: str) -> str:
        kept = f"{sender_id}{PUT_ASIDE}{int(time.time())}"
        mine = conversations.c.sender_id == sender_id
        with self.database.engine.begin() as connection:
            connection.execute(sa.update(conversations).where(mine).values(sender_id=kept))
        return kept

    def _tell(self, key: str, **values: Any) -> None:
        logger.error("%s %s", key, values.get("reason", ""))  # not who it was
        self.report(voice(settings().knowledge).say(key, path=self.database.path, **values))


def row_of(tracker: DialogueStateTracker) -> Row:
    """Return what is kept of a conversation."""
    slots = {name: value for name, value in tracker.current_slot_values().items() if value is not None}
    kept = without_messages() if FORGOT in (slots.get(SLOT) or "") else recent(list(tracker.events))
    events = [event.as_dict() for event in kept]
    return {
        "sender_id": tracker.sender_id,
        "slots": json.dumps(slots),
        "events": json.dumps(events),
        "saved_at": time.time(),
    }


def _short(error: SQLAlchemyError) -> str:
    return str(getattr(error, "orig", None) or error)
