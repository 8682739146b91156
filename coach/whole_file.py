"""Write a file in one step: who reads it meets the whole file or none, also when several processes write it."""

from __future__ import annotations

import os
import threading
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path`, whose folder is made if need be. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}.part")
    try:
        part.write_bytes(data)
        os.replace(part, path)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def keep_only(path: Path, pattern: str) -> None:
    """Delete the other files beside `path` that match `pattern`: older forms of the same. Raises OSError."""
    for old in path.parent.glob(pattern):
        if old != path:
            old.unlink(missing_ok=True)
