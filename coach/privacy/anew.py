"""Writes an SQLite file anew: until then bytes of what was deleted stay in its pages and in its journal.

`PRAGMA secure_delete` alone is not enough: rows that SQLite moved between pages leave copies behind.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

WAIT_S = 5.0  # for another program that reads or writes it just now
_MARK = "-forget"  # beside a file of which rows are deleted and the bytes not yet


def write_anew(path: Path, wait_s: float = WAIT_S) -> None:
    """Rewrite the file, empty its journal and take the mark away. Raises sqlite3.Error; the mark stays then."""
    if path.exists():
        with closing(sqlite3.connect(path, isolation_level=None, timeout=wait_s)) as connection:
            rewrite(connection.cursor())
    _mark_of(path).unlink(missing_ok=True)


def rewrite(cursor: sqlite3.Cursor) -> None:
    """Rewrite an open database and empty its journal. Raises sqlite3.Error, also when others still read it."""
    cursor.execute("VACUUM")
    if cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
        raise sqlite3.OperationalError("database is locked")


def mark_due(path: Path) -> None:
    """Leave a mark that the file is to be written anew; without one, when the folder cannot be written, go on."""
    with suppress(OSError):
        _mark_of(path).touch(mode=0o600)


def is_due(path: Path) -> bool:
    """Say whether the file is still to be written anew."""
    return _mark_of(path).exists()


def write_anew_if_due(path: Path, wait_s: float = WAIT_S) -> None:
    """Do what could not be done before; when it cannot be done now either, it stays due."""
    if is_due(path):
        with suppress(sqlite3.Error, OSError):
            write_anew(path, wait_s)


def _mark_of(path: Path) -> Path:
    return path.with_name(path.name + _MARK)
