"""Small numbers as people write them: in digits, in Chinese, as English ordinals."""

from __future__ import annotations

_ONES = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000}
_DIGITS = {**_ONES, "十": 10}
_SHORTENED = ("百", "千", "万")
NUMERAL = f"[{''.join((*_ONES, *_SCALES))}]"  # a character of a Chinese number, as a regular expression
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
_NUMBER_OF = {name: number for number, name in enumerate(_ORDINALS, 1)} | {"thirtieth": 30, "thirty-first": 31}
_NUMBER_OF |= {f"twenty-{name}": 20 + number for number, name in enumerate(_ORDINALS[:9], 1)}
ORDINAL = "|".join(sorted(_NUMBER_OF, key=len, reverse=True)).replace("-", "[- ]")  # as a regular expression


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


def han_number(text: str) -> int:
    """Return the number that Chinese numerals (`NUMERAL`) write: 二十三, 一千二百, 万. Raises KeyError for others.

    A digit that closes it counts tens of what stands before it: 一千二 is 1200, 三万五 is 35000, but 一千零二 is 1002.
    """
    total, part, digit = 0, 0, 0
    if text[-1:] in _ONES and text[-2:-1] in _SHORTENED:
        return han_number(text[:-1]) + _ONES[text[-1]] * _SCALES[text[-2]] // 10
    for sign in text.replace("零", ""):
        if sign in _ONES:
            digit = _ONES[sign]
        elif sign == "万":
            total, part, digit = (total + part + digit) * _SCALES[sign] or _SCALES[sign], 0, 0
        else:
            part, digit = part + (digit or 1) * _SCALES[sign], 0
    return total + part + digit


def day_number(text: str) -> int | None:
    """Return the number of a day that is written as 8, 8th, eighth or 八; None for anything else."""
    written = text.replace(" ", "-")
    return _NUMBER_OF.get(written) or small_number(written.rstrip("stndrh") if written[:1].isdigit() else written)
