"""Who sits at this terminal, and in which language they are spoken to."""

from __future__ import annotations

import getpass
import os

LANG = "COACH_LANG"  # environment variable that overrides the locale


def user() -> str:
    """Return the name of this user's conversation and results: one for each user of the computer."""
    try:
        return f"terminal-{getpass.getuser()}"
    except (KeyError, OSError):  # no name for this user id, as in some containers
        return "terminal-user"


def language() -> str:
    """Return "zh" or "en": COACH_LANG, else the locale of the terminal."""
    for name in (LANG, "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name, "").lower():
            return "zh" if value.startswith("zh") else "en"
    return "en"
