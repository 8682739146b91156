"""The debriefs and reviews that a user keeps, read back from their files."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from coach.context import Context
from coach.progress.record import REHEARSAL, REVIEW
from coach.progress.store import RECEIPTS, folder_of
from coach.rehearsal.receipt import ReceiptError, read_receipt
from coach.view.debrief import debrief_view
from coach.view.review import review_view

Json = dict[str, Any]
_ID = re.compile(r"[A-Za-z0-9_-]{1,100}")  # what our own files are called; nothing that leads to another folder


def stored(home: Path, user: str, name: str) -> Json | None:
    """Return the result that the user keeps as `name`; None when there is none, or it cannot be read.

    A file of an earlier version holds the receipt alone: then its verdicts stand for the result.
    """
    if not _ID.fullmatch(name):
        return None
    try:
        data = json.loads((folder_of(home / RECEIPTS, user) / f"{name}.json").read_text(encoding="utf-8"))
        receipt = read_receipt(data)
    except (OSError, ValueError, ReceiptError, RecursionError):
        return None
    if "receipt" in data:
        return dict(data)
    head = {key: receipt[key] for key in ("scenario", "difficulty", "lang") if key in receipt}
    return {**head, **receipt["result"], "receipt": receipt}


def result(name: str, lang: str, context: Context) -> Json | None:
    """Return the stored debrief or review called `name` as it is shown; None when the user keeps none."""
    found = stored(context.home, context.user, name)
    if found is None:
        return None
    if found["receipt"].get("kind") == REVIEW:
        return {"kind": REVIEW, **review_view(found, lang, context.tools)}
    return {"kind": REHEARSAL, **debrief_view(found, lang, context.tools)}
