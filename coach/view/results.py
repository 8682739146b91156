"""The debriefs and reviews that a user keeps, read back from their files."""

from __future__ import annotations

from typing import Any

from coach.context import Context
from coach.progress.kept import stored
from coach.progress.record import REHEARSAL, REVIEW
from coach.view.debrief import debrief_view
from coach.view.review import review_view

Json = dict[str, Any]


def result(name: str, lang: str, context: Context) -> Json | None:
    """Return the stored debrief or review called `name` as it is shown; None when the user keeps none."""
    found = stored(context.home, context.user, name)
    if found is None:
        return None
    if found["receipt"].get("kind") == REVIEW:
        return {"kind": REVIEW, **review_view(found, lang, context.tools)}
    return {"kind": REHEARSAL, **debrief_view(found, lang, context.tools)}
