"""What stood in a file of the methodology before each edit: kept, listed, and handed out to be brought back."""

from __future__ import annotations

import re
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from coach.progress.private import make_private
from coach.whole_file import write_whole

Json = dict[str, Any]
FOLDER = "methodology"  # of the home
SHOWN = 20
_AT = "%Y%m%dT%H%M%S%f"
_ID = re.compile(r"\d{8}T\d{12}-[0-9a-f]{20}")


def keep(before: bytes, version: str, path: str, home: Path) -> None:
    """Keep what was there: `var/methodology/<path>/<time>-<version>.yml`."""
    folder = _folder(path, home)
    make_private(folder)
    write_whole(folder / f"{datetime.now(timezone.utc).strftime(_AT)}-{version}.yml", before)


def kept(path: str, now: str, home: Path) -> list[Json]:
    """Return what was kept of a file, the newest first and each text once; not what is there `now`."""
    found: dict[str, Json] = {}
    for file in sorted(_folder(path, home).glob("*.yml"), reverse=True):
        at, _, version = file.stem.partition("-")
        if _ID.fullmatch(file.stem) and version != now:
            moment = datetime.strptime(at, _AT).replace(tzinfo=timezone.utc)
            found.setdefault(version, {"id": file.stem, "until": moment.isoformat(timespec="seconds")})
    return list(found.values())[:SHOWN]


def kept_text(path: str, which: str, home: Path) -> str | None:
    """Return the text that was kept under this id, None when there is none."""
    file = _folder(path, home) / f"{which}.yml"
    if not _ID.fullmatch(which) or not file.is_file():
        return None
    return file.read_bytes().decode("utf-8", errors="replace")


def _folder(path: str, home: Path) -> Path:
    return home / FOLDER / path.removesuffix(".yml")
