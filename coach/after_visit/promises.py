"""What we promised in an answer: the clauses that open with an act of ours, each with its day."""

from __future__ import annotations

import re
from datetime import date

from coach.context import Context
from coach.text.clauses import clauses
from coach.text.dates import find_date
from coach.text.normalize import normalize

_THEIRS = re.compile(r"^\W*(?:他们?|她们?|对方|客户|[^,，]{1,6}答应)|^\W*(?:they|he|she|their|the customer)\b")
_MOST = 5


def our_acts(text: str, context: Context) -> list[tuple[str, date | None]]:
    """Return each promise of ours in `text` with the day by which it is due, None when no day was said."""
    acts: list[tuple[str, date | None]] = []
    for start, end in clauses(text):
        part = text[start:end].strip(" ,，.。;；")
        clean = normalize(part)
        if not _THEIRS.search(clean) and context.tools.manners.is_our_action(part):
            acts.append((part, find_date(clean, context.today)))
    return acts[:_MOST]
