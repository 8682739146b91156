"""Folders and files that only their owner can read: results of practice are personal data."""

from __future__ import annotations

import os
from pathlib import Path


def make_private(folder: Path) -> None:
    """Make `folder` and what is missing above it, for the owner alone. Raises OSError."""
    if not folder.is_dir():
        make_private(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)  # another process may have made it just now


def write_private(path: Path, content: str | bytes) -> None:
    """Write `content`, text as UTF-8, into `path`, which nobody else can read at any moment. Raises OSError."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        os.fchmod(handle, 0o600)  # the file may have been there before, open to others
        file.write(content.encode("utf-8") if isinstance(content, str) else content)
