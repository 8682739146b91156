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
    return _user_in(_file(home, user)) == user


def share(home: Path, user: str, on: bool) -> None:
    """Let managers see the results of `user`, or no longer. Raises OSError when that cannot be kept."""
    path = _file(home, user)
    if not on:
        path.unlink(missing_ok=True)
        return
    make_private(path.parent)
    write_private(path, json.dumps({"user": user}, ensure_ascii=False))


def sharing_users(home: Path) -> list[str]:
    """Return the users who let managers see their results, in alphabetical order. Never raises."""
    found = [(path, _user_in(path)) for path in sorted((home / FOLDER).glob(f"*/{FILE}"))]
    return sorted(user for path, user in found if user is not None and path == _file(home, user))


def _file(home: Path, user: str) -> Path:
    return folder_of(home / FOLDER, user) / FILE


def _user_in(path: Path) -> str | None:
    try:
        user = json.loads(path.read_text(encoding="utf-8"))["user"]
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
        log.warning("shared.unreadable %s", type(error).__name__)  # not whose it was
        return None
    return user if isinstance(user, str) else None
