"""Results by user, one JSON line each, in a file of the user's own: easy to read, to export and to delete."""

from __future__ import annotations

import errno
import hashlib
import json
import logging
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coach.anonymous import mark_of
from coach.progress.private import make_private
from coach.progress.record import Record, record_in

log = logging.getLogger(__name__)
FOLDER, RECEIPTS = "progress", "receipts"
_SAFE = re.compile(r"[A-Za-z0-9_-]{1,40}")


@dataclass(frozen=True)
class Results:
    """What was read of a file: its records, and the numbers of the lines that are damaged."""

    path: Path
    records: list[Record]
    damaged: list[int]


def folder_of(parent: Path, user: str) -> Path:
    """Return the user's folder below `parent`: a plain name as it is, any other by its hash."""
    name = user if _SAFE.fullmatch(user) else hashlib.sha256(user.encode("utf-8", errors="replace")).hexdigest()[:24]
    return parent / name


def _file(home: Path, user: str) -> Path:
    return folder_of(home / FOLDER, user) / "results.jsonl"


def note(home: Path, user: str, record: Record) -> None:
    """Append `record` to the user's results. Raises OSError when it cannot be written.

    One write at the end of the file: two processes that append at once do not mix their lines.
    """
    path = _file(home, user)
    make_private(path.parent)
    line = json.dumps(record.to_json(), ensure_ascii=False).encode("utf-8", errors="replace") + b"\n"
    handle = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        line = line if _ends_whole(handle) else b"\n" + line
        if os.write(handle, line) < len(line):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
    finally:
        os.close(handle)


def _ends_whole(handle: int) -> bool:
    """Say whether the file ends with a whole line: one that was cut off must not take the next one with it."""
    size = os.fstat(handle).st_size
    return size == 0 or os.pread(handle, 1, size - 1) == b"\n"


def read(home: Path, user: str) -> Results:
    """Return the user's results in the order in which they came. Raises OSError when the file cannot be read."""
    path = _file(home, user)
    results = Results(path, [], [])
    try:
        lines = path.read_bytes().split(b"\n")
    except FileNotFoundError:
        return results
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        record = record_in(line)
        if record is None:
            results.damaged.append(number)
        else:
            results.records.append(record)
    return results


def records(home: Path, user: str) -> list[Record]:
    """Return the user's results; damaged lines are left out and logged by number. Raises OSError."""
    results = read(home, user)
    if results.damaged:
        log.warning("progress.unreadable_lines user=%s: %s", mark_of(user), results.damaged[:20])
    return results.records


def forget(home: Path, user: str) -> None:
    """Delete all results and receipts of the user. Raises OSError when something remains; all else is deleted."""
    failed: list[OSError] = []

    def keep_on(_function: Any, _path: str, error: Any) -> None:
        if not isinstance(error[1], FileNotFoundError):
            failed.append(error[1])

    for folder in (FOLDER, RECEIPTS):
        shutil.rmtree(folder_of(home / folder, user), onerror=keep_on)
    if failed:
        raise failed[0]
