"""Opens the account book's database: SQLite in one file by default, PostgreSQL when its address is set."""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import Connection, Engine, make_url
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from coach.accounts import grams
from coach.accounts.errors import UnavailableError
from coach.progress.private import make_private

FILE = "accounts.db"
WAIT_S = 5.0  # for another program's lock
BUSY, FULL, READ_ONLY, DAMAGED = "locked", "full", "read_only", "damaged"
# what the databases' messages mean to the user
REASONS = {
    "database is locked": BUSY,
    "lock timeout": BUSY,
    "deadlock": BUSY,
    "disk is full": FULL,
    "no space left": FULL,
    "disk i/o error": FULL,
    "readonly database": READ_ONLY,
    "read-only": READ_ONLY,
    "permission denied": READ_ONLY,
    "not a database": DAMAGED,
    "malformed": DAMAGED,
}


def url_for(home: Path) -> str:
    """Return the database's address: COACH_DATABASE, else the file in `home`."""
    return os.environ.get("COACH_DATABASE") or f"sqlite:///{home / FILE}"


@lru_cache(maxsize=16)
def open_database(url: str, wait_s: float = WAIT_S) -> Engine:
    """Return the engine for `url`, its tables made or brought up to date.

    Another program's lock is waited for `wait_s` seconds. Raises UnavailableError.
    """
    from coach.accounts.migrate import bring_up_to_date

    path = file_of(url)
    with reported():
        if path is not None:
            try:
                make_private(path.parent)
                path.touch(mode=0o600)
            except OSError as error:
                raise UnavailableError(kind_of(str(error.strerror)), f"{path}: {error.strerror}") from error
        engine = new_engine(url, wait_s)
        try:
            bring_up_to_date(engine, path)
        except BaseException:
            engine.dispose()
            raise
    return engine


def file_of(url: str) -> Path | None:
    """Return the file of an SQLite database; None for a database in memory or on a server."""
    parsed = make_url(url)
    named = parsed.drivername.startswith("sqlite") and parsed.database and parsed.database != ":memory:"
    return Path(parsed.database) if named and parsed.database else None


def new_engine(url: str, wait_s: float = WAIT_S) -> Engine:
    """Return an engine for `url` with the settings of the book, whatever tables are there."""
    # hide_parameters: what is written is personal and must not get into messages and logs
    options: dict[str, Any] = {"future": True, "json_serializer": _json, "hide_parameters": True}
    if url.startswith("sqlite"):
        options["connect_args"] = {"timeout": wait_s, "check_same_thread": False}
    else:
        options["pool_pre_ping"] = True  # the server may have been restarted
        options["connect_args"] = {"options": f"-c lock_timeout={int(wait_s * 1000)}"}
    engine = sa.create_engine(url, **options)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", partial(_prepare, wait_s))
        event.listen(engine, "begin", _begin)
    return engine


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _prepare(wait_s: float, connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where SQLAlchemy says, not at the first change
    cursor = connection.cursor()
    _write_ahead(cursor, time.monotonic() + wait_s)
    # FULL: a confirmed record is on the disk, also when the power goes; secure_delete: what is forgotten is gone;
    # cache_size: up to 64 MB, since an import touches pages all over the file
    for pragma in ("synchronous=FULL", "foreign_keys=ON", "secure_delete=ON", "cache_size=-65536"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
    grams.teach(connection)


def _write_ahead(cursor: sqlite3.Cursor, until: float) -> None:
    """Switch to write-ahead logging. SQLite does not wait by itself when two do so at once with a new file."""
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if kind_of(str(error)) != BUSY or time.monotonic() > until:
                raise
            time.sleep(0.01)


def _begin(connection: Connection) -> None:
    """Begin a transaction that writes by taking the lock at once: two writers then wait instead of failing."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Give a connection to read with. Raises UnavailableError when the database fails."""
    with reported(), engine.connect() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Give a connection whose changes are kept all or not at all. Raises UnavailableError."""
    with reported(), engine.connect() as plain:
        connection = plain.execution_options(writes=True)
        with connection.begin():
            yield connection


@contextmanager
def reported() -> Iterator[None]:
    """Turn a failure of the database into UnavailableError; what was begun is rolled back by then."""
    try:
        yield
    except DBAPIError as error:
        # from None: what PostgreSQL adds on further lines holds the values, and a log would show them
        reason = next(iter(str(error.orig).strip().splitlines()), type(error).__name__)
        raise UnavailableError(kind_of(reason), reason) from None
    except SQLAlchemyError as error:
        raise UnavailableError("unavailable", type(error).__name__) from None


def kind_of(message: str) -> str:
    """Return what a database's message means: locked, full, read_only, damaged or unavailable."""
    lower = message.lower()
    return next((kind for words, kind in REASONS.items() if words in lower), "unavailable")
