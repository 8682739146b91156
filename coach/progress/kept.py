"""Reads back a debrief or a review that the user keeps."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from coach.progress.store import RECEIPTS, folder_of
from coach.rehearsal.receipt import ReceiptError, read_receipt

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
