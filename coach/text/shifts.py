"""Find by how long something is put off or brought forward: "by a week", 推迟两天, "an hour later"."""

from __future__ import annotations

import re
from datetime import timedelta

from coach.text.numbers import small_number

_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "half an": 0.5}
_UNITS = {
    "minute": timedelta(minutes=1), "hour": timedelta(hours=1), "day": timedelta(days=1), "week": timedelta(weeks=1),
    "分钟": timedelta(minutes=1), "小时": timedelta(hours=1), "钟头": timedelta(hours=1), "天": timedelta(days=1),
    "日": timedelta(days=1), "周": timedelta(weeks=1), "星期": timedelta(weeks=1), "礼拜": timedelta(weeks=1),
}  # fmt: skip
_ENGLISH = re.compile(
    r"\b(half an|an?|one|two|three|four|five|six|\d{1,3}) (minute|hour|day|week)s?\b(?: (earlier|later|forward|back))?"
)
_CHINESE = re.compile(r"(半|\d{1,3}|[一二两三四五六七八九十]{1,3})个?(分钟|小时|钟头|天|日|周|星期|礼拜)")
_EARLIER = re.compile(r"\b(?:earlier|forward|bring|advance)\b|提前|提早|往前|早")


def find_shift(text: str) -> timedelta | None:
    """Return by how much `text` (normalised) moves something, negative when it is brought forward; None for nothing."""
    length = _english(text) or _chinese(text)
    if not length:
        return None
    return -length if _EARLIER.search(text) else length


def shift_places(text: str) -> list[tuple[int, int]]:
    """Return where `text` (normalised) names a length of time."""
    return [found.span() for pattern in (_ENGLISH, _CHINESE) for found in pattern.finditer(text)]


def _english(text: str) -> timedelta | None:
    found = _ENGLISH.search(text)
    if found is None:
        return None
    number = _NUMBERS.get(found[1]) or float(found[1])
    return _UNITS[found[2]] * number


def _chinese(text: str) -> timedelta | None:
    found = _CHINESE.search(text)
    if found is None:
        return None
    number = 0.5 if found[1] == "半" else small_number(found[1])
    return _UNITS[found[2]] * number if number else None
