"""Find a time of day in a text, in Chinese and English."""

from __future__ import annotations

import re

from coach.text.numbers import small_number

_CLOCK = re.compile(r"(?<![\d:.-])([01]?\d|2[0-3])[:：]([0-5]\d)(?![\d:-])\s*(am|pm)?")
_ENGLISH = re.compile(r"(?<![\d:.-])(1[0-2]|[1-9])\s*(am|pm|o'clock)\b|\bat (1[0-2]|[1-9])\b(?!\s*[-./:\d])")
_CHINESE = re.compile(
    r"(凌晨|早上|上午|中午|下午|傍晚|晚上)?\s*(\d{1,2}|[一二两三四五六七八九十]{1,3})\s*[点點时時]\s*(半|一刻|三刻|(\d{1,2})\s*分?)?"
)
_LATER, _EARLIER = ("下午", "傍晚", "晚上", "pm"), ("凌晨", "早上", "上午", "am")
_BARE = range(1, 7)  # nobody visits a customer at three at night
_PARTS = {"半": 30, "一刻": 15, "三刻": 45}


def find_time(text: str) -> str | None:
    """Return the first time in `text` (folded) as HH:MM; None when there is none. A bare 1 to 6 is in the afternoon."""
    if found := _CLOCK.search(text):
        return _time(found.group(1), int(found.group(2)), found.group(3))
    if found := _CHINESE.search(text):
        return _chinese(found)
    if found := _ENGLISH.search(text):
        return _time(found.group(1) or found.group(3), 0, found.group(2))
    return None


def times_in(text: str) -> list[tuple[int, int, str]]:
    """Return start, end and HH:MM of every time in `text` (folded), in the order of the words."""
    found: list[tuple[int, int, str]] = []
    for pattern in (_CLOCK, _CHINESE, _ENGLISH):
        for match in pattern.finditer(text):
            at = find_time(match.group())
            if at and all(match.end() <= start or match.start() >= end for start, end, _ in found):
                found.append((match.start(), match.end(), at))
    return sorted(found)


def _chinese(found: re.Match[str]) -> str | None:
    minutes = _PARTS.get(found.group(3) or "", int(found.group(4) or 0))
    hour = small_number(found.group(2))
    return None if hour is None else _time(str(hour), minutes, found.group(1))


def _time(written: str, minute: int, part: str | None) -> str | None:
    """Return the time as HH:MM. `part` is the part of the day, if named; "3" is in the afternoon, "03" is not."""
    hour = int(written)
    afternoon = part in _LATER or (part not in _EARLIER and not written.startswith("0") and hour in _BARE)
    hour = hour + 12 if afternoon and hour < 12 else 0 if part == "am" and hour == 12 else hour
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None
