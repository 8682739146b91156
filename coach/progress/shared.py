"""Whose results managers may see: each user says so for themselves, and nobody's can be seen before."""

from __future__ import annotations

import json
import logging
from pathlib import Path

from coach.progress.private import make_private, write_private
from coach.progress.store import FOLDER, folder_of

log = logging.getLogger(__name__)
FILE = "shared.json"  # beside the user's results, so that it goes with them when the user is forgotten


def is_shared(home: Path, user: str) -> bool:
    """Say whether managers may see the results of `user`. What cannot be read means no."""
    return _in(_file(home, user))[0] == user


def share(home: Path, user: str, on: bool, name: str = "") -> None:
    """Let managers see the results of `user`, whom they know as `name`, or no longer. Raises OSError."""
    path = _file(home, user)
    if not on:
        path.unlink(missing_ok=True)
        return
    make_private(path.parent)
    write_private(path, json.dumps({"user": user, "name": name or user}, ensure_ascii=False))


def sharing_users(home: Path) -> dict[str, str]:
    """Return the names of the users who let managers see their results, by user, sorted by name. Never raises."""
    found = [(path, _in(path)) for path in (home / FOLDER).glob(f"*/{FILE}")]
    names = {user: name for path, (user, name) in found if user is not None and path == _file(home, user)}
    return dict(sorted(names.items(), key=lambda one: (one[1].casefold(), one[0])))


def _file(home: Path, user: str) -> Path:
    return folder_of(home / FOLDER, user) / FILE


def _in(path: Path) -> tuple[str | None, str]:
    """Return user and name in the file; no user when there is no such file, or it is damaged."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        user, name = kept["user"], kept.get("name")
    except FileNotFoundError:
        return None, ""
    except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
        log.warning("shared.unreadable %s", type(error).__name__)  # not whose it was
        return None, ""
    if not isinstance(user, str):
        return None, ""
    return user, name if isinstance(name, str) else user
