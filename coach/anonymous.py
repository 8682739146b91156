"""What logs hold instead of what is personal: a mark for a user, the places of an exception without its message."""

from __future__ import annotations

import hashlib
import traceback

_LENGTH = 8


def mark_of(user: str) -> str:
    """Return the mark of a user's name."""
    return hashlib.sha256(user.encode("utf-8", errors="replace")).hexdigest()[:_LENGTH]


def places_of(error: BaseException | None) -> str:
    """Return the kind of `error` and the places in the code that it came through, outermost first."""
    if error is None:
        return "no exception"
    frames = traceback.extract_tb(error.__traceback__)
    here = [type(error).__name__, *(f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames)]
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return "\n".join([*here, "because of", places_of(before)] if before else here)
