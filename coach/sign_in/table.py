"""A small private file of rows that the server and the command line change at the same time."""

from __future__ import annotations

import fcntl
import json
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from coach.progress.private import make_private, write_private

Row = dict[str, Any]
Rows = dict[str, Row]


class DamagedTableError(Exception):
    """The file at `path` is there but cannot be understood."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class Table:
    """Rows by key in one JSON file, mode 0600. Read again whenever any process has changed it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._seen: tuple[int, int, int] | None = None
        self._rows: Rows = {}

    def rows(self) -> Rows:
        """Return the rows, not to be changed. Raises OSError, DamagedTableError."""
        try:
            found = self.path.stat()
        except FileNotFoundError:
            return {}
        seen = (found.st_ino, found.st_mtime_ns, found.st_size)  # each change is a new file
        if seen != self._seen:
            self._rows, self._seen = _read(self.path), seen
        return self._rows

    @contextmanager
    def changing(self) -> Iterator[Rows]:
        """Give the present rows and keep what the block makes of them; others wait. Raises as `rows`.

        When the block raises, nothing is changed.
        """
        make_private(self.path.parent)
        lock = os.open(self.path.with_suffix(".lock"), os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            rows = json.loads(json.dumps(self.rows()))
            yield rows
            self._write(rows)
        finally:
            os.close(lock)

    def _write(self, rows: Rows) -> None:
        part = self.path.with_name(f".{self.path.name}.{os.getpid()}.{threading.get_ident()}.part")
        try:
            write_private(part, json.dumps(rows, ensure_ascii=False, indent=1))
            os.replace(part, self.path)
        except OSError:
            part.unlink(missing_ok=True)
            raise


def _read(path: Path) -> Rows:
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        raise DamagedTableError(path) from error
    if not (isinstance(rows, dict) and all(isinstance(row, dict) for row in rows.values())):
        raise DamagedTableError(path)
    return rows
