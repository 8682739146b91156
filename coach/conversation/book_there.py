"""Whether there is an account book at all: looking for something in it must not make one."""

from __future__ import annotations

import os

from coach.context import Context

FILE = "accounts.db"


def book_there(context: Context) -> bool:
    """Say whether a database is set, or its file is there."""
    return bool(os.environ.get("COACH_DATABASE")) or (context.home / FILE).exists()
