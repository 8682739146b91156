"""One result of practice, and how it is read from a line that may be damaged."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

REHEARSAL, DRILL, REVIEW = "rehearsal", "drill", "review"
CALLS = (REHEARSAL, REVIEW)  # scored by the whole rubric, so they can be compared; a drill is about one skill
YEARS = range(1970, 2200)  # that a clock can show; beyond them, adding days may overflow


@dataclass(frozen=True)
class Record:
    """One result. `kind`: rehearsal, drill or review; `score` 0..100; `skills` 0..1 by criterion.

    `difficulty` of a rehearsal; `prompts` that a drill's score is made of; `hints` that were asked for in either;
    `receipt` names the stored debrief. None where it does not apply, or was not kept yet.
    """

    day: str
    kind: str
    name: str
    score: int
    skills: dict[str, float]
    difficulty: str | None = None
    prompts: int | None = None
    hints: int | None = None
    receipt: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Return the record as it is kept and exported: without what does not apply."""
        return {name: value for name, value in asdict(self).items() if value is not None}


def record_in(line: bytes) -> Record | None:
    """Return the record in a line of JSON, None when it is damaged. Fields of a later version are passed over."""
    try:
        data = json.loads(line.decode("utf-8"))
        needed = (data[name] for name in ("day", "kind", "name", "score", "skills"))
        record = Record(*needed, *(data.get(name) for name in ("difficulty", "prompts", "hints", "receipt")))
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
        and all(text is None or isinstance(text, str) for text in (record.difficulty, record.receipt))
        and all(count is None or (type(count) is int and count >= 0) for count in (record.prompts, record.hints))
    )
