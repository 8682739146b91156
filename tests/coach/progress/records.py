"""Short ways to write records."""

from __future__ import annotations

from coach.progress.record import Record


def call(day: str, score: int = 50, kind: str = "rehearsal", **skills: float) -> Record:
    return Record(day, kind, "anywhere", score, skills)


def drilled(day: str, name: str, share: float, criterion: str = "paraphrase") -> Record:
    return Record(day, "drill", name, round(share * 100), {criterion: share})
