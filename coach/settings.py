"""Where things lie: the knowledge, what belongs to this computer's user, and what can be made again."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

LONGEST_RETENTION = 36_500  # days: a hundred years


@dataclass(frozen=True)
class Settings:
    """`knowledge`: the methodology; `home`: conversations and saved results; `cache`: fitted models."""

    knowledge: Path
    home: Path
    cache: Path


def settings() -> Settings:
    """Return the settings: COACH_KNOWLEDGE, COACH_HOME and COACH_CACHE, else folders of the project."""
    root = Path(__file__).resolve().parent.parent
    return Settings(
        knowledge=Path(os.environ.get("COACH_KNOWLEDGE") or root / "knowledge"),
        home=Path(os.environ.get("COACH_HOME") or root / "var"),
        cache=Path(os.environ.get("COACH_CACHE") or root / ".cache") / "models",
    )


class BadRetentionError(ValueError):
    """COACH_RETENTION_DAYS is no number of days; `value` is what it is."""

    def __init__(self, value: str) -> None:
        super().__init__(value)
        self.value = value


def retention_days() -> int | None:
    """Return for how many days notes on people are kept (COACH_RETENTION_DAYS); None: until somebody forgets them.

    Raises BadRetentionError: a typing slip must neither delete everything nor pass unnoticed.
    """
    value = os.environ.get("COACH_RETENTION_DAYS", "").strip()
    if not value:
        return None
    if not (value.isascii() and value.isdigit() and 1 <= int(value[:9]) <= LONGEST_RETENTION):
        raise BadRetentionError(value)
    return int(value)
