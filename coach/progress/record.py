"""One result of practice, and how it is read from a line that may be damaged."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

REHEARSAL, DRILL, REVIEW = "rehearsal", "drill", "review"
CALLS = (REHEARSAL, REVIEW)  # scored by the whole rubric, so they can be compared; a drill is about one skill
YEARS = range(1970, 2200)  # that a clock can show; beyond them, adding days may overflow


@dataclass(frozen=True)
class Record:
    """One result. `kind`: rehearsal, drill or review; `score` 0..100; `skills` 0..1 by criterion."""

    day: str
    kind: str
    name: str
    score: int
    skills: dict[str, float]


def record_in(line: bytes) -> Record | None:
    """Return the record in a line of JSON, None when it is damaged. Fields of a later version are passed over."""
    try:
        data = json.loads(line.decode("utf-8"))
        record = Record(*(data[name] for name in ("day", "kind", "name", "score", "skills")))
        return record if _is_sound(record) else None
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def _is_sound(record: Record) -> bool:
    return (
        all(isinstance(text, str) for text in (record.day, record.kind, record.name))
        and date.fromisoformat(record.day).year in YEARS
        and type(record.score) is int
        and 0 <= record.score <= 100
        and isinstance(record.skills, dict)
        and all(0 <= value <= 1 for value in record.skills.values())
    )
