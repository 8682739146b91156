"""Opens the file of conversations; what is wrong with it is named, and a damaged file is put aside, never lost."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import QueuePool

from coach.privacy.anew import write_anew_if_due

CHECK_UP_TO = 64 * 1024 * 1024  # bytes; a bigger file is not read through at each start
PUT_ASIDE = ".unreadable-"  # in the name of a row that could not be read and is kept beside the new one
CORRUPT = ("not a database", "malformed", "no such column")
REASONS = {"readonly": "read_only", "database is locked": "locked"}

metadata = sa.MetaData()
conversations = sa.Table(
    "conversations",
    metadata,
    sa.Column("sender_id", sa.Text, primary_key=True),
    sa.Column("slots", sa.Text, nullable=False),
    sa.Column("events", sa.Text, nullable=False),
    sa.Column("saved_at", sa.Float, nullable=False),
)
turns = sa.Table(
    "turns",
    metadata,
    sa.Column("seq", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=False),
    sa.Column("conversation", sa.Text, nullable=False),  # the sender_id
    sa.Column("id", sa.Text, nullable=False),  # of the message, made by whoever sent it
    sa.Column("you", sa.Text, nullable=False),
    sa.Column("said", sa.Text, nullable=False),  # JSON: a list of texts
    sa.Column("at", sa.Float, nullable=False),
    sa.Column("mode", sa.Text, nullable=False),
    sa.Column("lang", sa.Text, nullable=False),
    sa.Column("user", sa.Text, nullable=False),  # in a thread of several people not the conversation's name
    sa.Column("account", sa.Text),  # the key of the name of the account that it was on
    sa.Column("forgot", sa.Boolean, nullable=False),
    sa.Column("withdrew", sa.Text),  # the id of an earlier turn that this one took back
    sa.UniqueConstraint("conversation", "id"),
    sa.Index("turns_of_a_conversation", "conversation", "seq"),
)


class UnusableDatabaseError(Exception):
    """The file is sound but cannot be used now; `kind` is read_only, locked or unavailable."""

    def __init__(self, kind: str, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {kind}: {reason}")
        self.kind, self.path, self.reason = kind, path, reason


@dataclass(frozen=True)
class Database:
    """An open file; `put_aside` is where a damaged predecessor was kept, if there was one."""

    engine: Engine
    path: Path
    put_aside: Path | None = None


def open_database(path: Path, *, wait_s: float = 5.0) -> Database:
    """Open or create the file. Raises UnusableDatabaseError; waits `wait_s` seconds for another programme's lock.

    What was forgotten and could not be overwritten last time is overwritten now.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        opened = Database(_connect(path, wait_s), path)
        write_anew_if_due(path, wait_s)
        return opened
    except OSError as error:
        raise UnusableDatabaseError("unavailable", path, error.strerror or str(error)) from error
    except DatabaseError as error:
        kind = kind_of(str(error.orig))
        if kind != "corrupt":
            raise UnusableDatabaseError(kind, path, str(error.orig)) from error
    aside = put_aside(path)
    return Database(_connect(path, wait_s), path, aside)


def kind_of(message: str) -> str:
    """Return what SQLite's message means to the user: corrupt, read_only, locked or unavailable."""
    if any(words in message for words in CORRUPT):
        return "corrupt"
    return next((kind for words, kind in REASONS.items() if words in message), "unavailable")


def put_aside(path: Path) -> Path:
    """Rename the file and its companions, and return the new name."""
    aside = path.with_name(f"{path.name}.damaged-{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}")
    for suffix in ("", "-wal", "-shm"):
        part = path.with_name(path.name + suffix)
        if part.exists():
            part.rename(aside.with_name(aside.name + suffix))
    return aside


def _connect(path: Path, wait_s: float) -> Engine:
    engine = sa.create_engine(
        f"sqlite:///{path}",
        poolclass=QueuePool,
        pool_size=1,
        connect_args={"check_same_thread": False, "timeout": wait_s},
        hide_parameters=True,  # what is written is personal and must not get into messages and logs
    )
    event.listen(engine, "connect", _set_pragmas)
    try:
        with engine.connect() as connection:
            if path.stat().st_size <= CHECK_UP_TO:
                _raise_if_damaged(connection)
            metadata.create_all(connection)
            _add_columns(connection)
            connection.execute(sa.select(conversations).limit(1)).all()
            # a file that cannot be written fails here and not at the first turn; BEGIN IMMEDIATE would not see it
            connection.execute(sa.update(conversations).where(sa.false()).values(saved_at=0.0))
    except BaseException:
        engine.dispose()
        raise
    return engine


def _add_columns(connection: sa.engine.Connection) -> None:
    """Give a log of turns from before `withdrew` that column: without it the file would pass for damaged."""
    if turns.c.withdrew.name not in {column["name"] for column in sa.inspect(connection).get_columns(turns.name)}:
        connection.exec_driver_sql("ALTER TABLE turns ADD COLUMN withdrew TEXT")


def _raise_if_damaged(connection: sa.engine.Connection) -> None:
    found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
    if found != "ok":
        raise DatabaseError("PRAGMA quick_check", None, Exception(f"malformed: {found}"))


def _set_pragmas(connection: object, record: object) -> None:
    cursor = connection.cursor()  # type: ignore[attr-defined]
    # NORMAL: durable over a crash of ours, one write a turn; secure_delete: little is left when it is not written anew
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "secure_delete=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
