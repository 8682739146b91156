"""Where things lie: the knowledge, and the folder for what belongs to this computer's user."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Settings:
    """`knowledge`: the methodology; `home`: conversations, saved results and caches (never in git)."""

    knowledge: Path
    home: Path


def settings() -> Settings:
    """Return the settings: COACH_KNOWLEDGE and COACH_HOME, else `knowledge/` and `var/` of the project."""
    root = Path(__file__).resolve().parent.parent
    return Settings(
        knowledge=Path(os.environ.get("COACH_KNOWLEDGE") or root / "knowledge"),
        home=Path(os.environ.get("COACH_HOME") or root / "var"),
    )
