"""Results by user, one JSON line each, in a file of the user's own: easy to read, to export and to delete."""

from __future__ import annotations

import hashlib
import json
import logging
import os
import re
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path

log = logging.getLogger(__name__)
FOLDER, RECEIPTS = "progress", "receipts"
_SAFE = re.compile(r"[A-Za-z0-9_-]{1,40}")


@dataclass(frozen=True)
class Record:
    """One result. `kind`: rehearsal, drill or review; `score` 0..100; `skills` 0..1 by criterion."""

    day: str
    kind: str
    name: str
    score: int
    skills: dict[str, float]


def folder_of(parent: Path, user: str) -> Path:
    """Return the user's folder below `parent`: a plain name as it is, any other by its hash."""
    name = user if _SAFE.fullmatch(user) else hashlib.sha256(user.encode("utf-8", errors="replace")).hexdigest()[:24]
    return parent / name


def _file(home: Path, user: str) -> Path:
    return folder_of(home / FOLDER, user) / "results.jsonl"


def note(home: Path, user: str, record: Record) -> None:
    """Append `record` to the user's results. Raises OSError when it cannot be written."""
    path = _file(home, user)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(asdict(record), ensure_ascii=False) + "\n")
    os.chmod(path, 0o600)


def records(home: Path, user: str) -> list[Record]:
    """Return the user's results in the order in which they came; a damaged line is left out and logged."""
    path = _file(home, user)
    if not path.exists():
        return []
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            found.append(Record(**json.loads(line)))
        except (ValueError, TypeError):
            log.warning("unreadable result", extra={"path": str(path), "line": number})
    return found


def forget(home: Path, user: str) -> None:
    """Delete all results and receipts of the user."""
    for folder in (FOLDER, RECEIPTS):
        shutil.rmtree(folder_of(home / folder, user), ignore_errors=True)
