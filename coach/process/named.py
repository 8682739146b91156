"""Which of the 14 steps a text names by its number."""

from __future__ import annotations

import re

from coach.text.normalize import normalize
from coach.text.numbers import small_number

LAST = 14
_NAMED = re.compile(r"第\s*(\d{1,2}|[一二三四五六七八九十]{1,2})\s*步|\bstep (?:no\.? )?(\d{1,2})\b")


def step_named(text: str) -> int | None:
    """Return the number of the step, 1 to 14; None when none is named or there is no such step."""
    found = _NAMED.search(normalize(text))
    number = small_number(found.group(1) or found.group(2)) if found else None
    return number if number is not None and 1 <= number <= LAST else None
