"""Small numbers as people write them, in digits or in Chinese."""

from __future__ import annotations

_DIGITS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}


def small_number(text: str) -> int | None:
    """Return the number from 0 to 99 that digits or one to three Chinese characters write; None for anything else."""
    if text.isdigit():
        return int(text) if len(text) <= 2 else None
    tens, ten, ones = text.partition("十")
    if not ten:
        return _DIGITS.get(text)
    if (tens and tens not in _DIGITS) or (ones and ones not in _DIGITS):
        return None
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)
