"""The progress in words: each skill over time, what changed, what to practise next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from coach.context import Tools
from coach.progress.store import Record


def progress_page(records: Sequence[Record], today: date, lang: str, tools: Tools) -> str:
    """Return the page on `records`, in the order in which they came."""
    if not records:
        return tools.words.say("progress_none", lang)
    raise NotImplementedError
