"""`python -m server.stored`: one request on the stored conversations, JSON on stdin, JSON on stdout; without Rasa.

What is asked and answered is in coach/privacy/request.py. Names come by stdin: a command line can be seen by others.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DatabaseError

from coach.conversation.slot import SLOT
from coach.privacy.anew import is_due, mark_due, write_anew
from coach.privacy.files import unescaped
from coach.privacy.mentions import Called, Mentions
from coach.privacy.request import FORGET, OLDER, SHOW, cleaned_state, is_asked_of
from coach.privacy.states import is_about
from coach.settings import settings
from server.database import PUT_ASIDE, Database, UnusableDatabaseError, conversations, kind_of, open_database
from server.stored_turns import forget_in_turns, forget_older_turns, turns_about

Json = dict[str, Any]
FILE = "conversations.db"
# all that Rasa needs of what was before a message: that it was waiting
LISTENING = [{"event": "action", "name": "action_listen", "policy": None, "confidence": None, "timestamp": 0.0}]


def main() -> int:
    """Do the request. The answer names what could not be done, so the exit code is 0 all the same."""
    os.umask(0o077)
    print(json.dumps(carry_out(json.loads(sys.stdin.read()), settings().home / FILE), ensure_ascii=False))
    return 0


def carry_out(request: Json, path: Path) -> Json:
    """Return {"conversations": how many, "left": [[path, reason]], "states": what was asked to be shown}."""
    if not path.exists():
        return {"conversations": 0, "left": []}
    try:
        database = open_database(path)
    except UnusableDatabaseError as error:
        return {"conversations": 0, "left": [[str(path), error.reason]]}
    try:
        return {"left": [], **_DO[request["do"]](request, database)}
    except (DatabaseError, sqlite3.Error) as error:
        reason = str(getattr(error, "orig", error)).splitlines()[0]
        return {"conversations": 0, "left": [[str(path), f"{kind_of(reason)}: {reason}"]]}
    finally:
        database.engine.dispose()


def forget(request: Json, database: Database) -> Json:
    """Take the subject out of every conversation, all in one transaction; then write the file anew."""
    with _writing(database) as connection:
        cleaned = [row["sender_id"] for row in _rows(connection) if _cleaned(connection, row, request)]
        changed = {sender.partition(PUT_ASIDE)[0] for sender in cleaned}
        changed |= forget_in_turns(connection, request)
        if changed:
            mark_due(database.path)
    if is_due(database.path):
        write_anew(database.path)
    return {"conversations": len(changed)}


def forget_older(request: Json, database: Database) -> Json:
    """Delete the conversations last saved before the time `before` (seconds since 1970), and turns from before it."""
    old = conversations.c.saved_at < request["before"]
    with _writing(database) as connection:
        if request.get("dry"):
            count = connection.execute(sa.select(sa.func.count()).select_from(conversations).where(old)).scalar()
            return {"conversations": count}
        gone = connection.execute(sa.delete(conversations).where(old)).rowcount
        if forget_older_turns(connection, request["before"]) or gone:
            mark_due(database.path)
    if is_due(database.path):
        write_anew(database.path)
    return {"conversations": gone}


def show(request: Json, database: Database) -> Json:
    """Return the states of this sender that are about the account, and what was said about it."""
    keys = frozenset(request["keys"])
    with database.engine.connect() as connection:
        states = [_state(row) for row in _rows(connection) if row["sender_id"] == request["sender"]]
        said = turns_about(connection, request["sender"], keys)
    about = [state for state in states if is_about(state, keys)]
    return {"conversations": len(about), "states": about, "turns": said}


def _cleaned(connection: Connection, row: Json, request: Json) -> bool:
    """Clean one row; say whether something was to be cleaned."""
    if not is_asked_of(row["sender_id"], request):
        return False
    mine = conversations.c.sender_id == row["sender_id"]
    state = _state(row)
    if state is None:
        return _delete_unreadable(connection, row, request)
    cleaned = cleaned_state(state, request)
    if cleaned is not None:
        slots = {**json.loads(row["slots"]), SLOT: json.dumps(cleaned, ensure_ascii=False)}
        values = {"slots": json.dumps(slots), "events": json.dumps(LISTENING)}
        connection.execute(sa.update(conversations).where(mine).values(values))
        return True
    if request["whole"] and _firms(request).inside(unescaped(row["events"])):  # the state has moved on already
        connection.execute(sa.update(conversations).where(mine).values(events=json.dumps(LISTENING)))
        return True
    return False


def _delete_unreadable(connection: Connection, row: Json, request: Json) -> bool:
    """A row that cannot be read, or has no state yet, goes as a whole when it names the account."""
    if not _firms(request).inside(unescaped(row["slots"] + row["events"])):
        return False
    connection.execute(sa.delete(conversations).where(conversations.c.sender_id == row["sender_id"]))
    return True


def _firms(request: Json) -> Mentions:
    return Mentions(Called(names=tuple(request["firms"])))


def _state(row: Json) -> Json | None:
    try:
        state = json.loads(json.loads(row["slots"])[SLOT])
    except (ValueError, KeyError, TypeError):
        return None
    return state if isinstance(state, dict) else None


def _rows(connection: Connection) -> Iterator[Json]:
    yield from map(dict, connection.execute(sa.select(conversations)).mappings().all())


@contextmanager
def _writing(database: Database) -> Iterator[Connection]:
    """A transaction that takes the lock at once: what a running server saves meanwhile waits, and nothing is lost."""
    with database.engine.begin() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        yield connection


_DO: dict[str, Callable[[Json, Database], Json]] = {FORGET: forget, OLDER: forget_older, SHOW: show}

if __name__ == "__main__":
    raise SystemExit(main())
