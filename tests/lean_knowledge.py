"""The project's knowledge without what the buyers say beside their scenarios: half the time to check, for tests that ask
nothing of them."""

from __future__ import annotations

import shutil
from pathlib import Path

from coach.settings import settings

_BESIDE = ("facts", "hedges", "evasions", "asked")  # folders with a file for each scenario


def lean_copy(to: Path) -> Path:
    """Copy the knowledge to the folder `to`, which must not exist, and return it."""
    return Path(shutil.copytree(settings().knowledge, to, ignore=_beside))


def _beside(folder: str, names: list[str]) -> list[str]:
    return names if Path(folder).name in _BESIDE else []
