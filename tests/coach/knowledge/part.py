"""A copy of a part of the methodology: the single files that each part needs, and the folders that a check looks at."""

from __future__ import annotations

import shutil
from pathlib import Path

from coach.knowledge.folders import FILES
from coach.settings import settings


def part_of_knowledge(folder: Path, *parts: str) -> Path:
    """Copy the single files and these folders into `folder`/knowledge, which it returns."""
    own, root = settings().knowledge, folder / "knowledge"
    for name in parts:
        shutil.copytree(own / name, root / name)
    for name in FILES:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(own / name, root / name)
    return root
