"""Where things lie: the knowledge, what belongs to this computer's user, and what can be made again."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


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


def fonts() -> Path:
    """Return the folder of the fonts that pictures are drawn with."""
    return Path(__file__).resolve().parent / "fonts"
