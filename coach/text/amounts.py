"""Amounts in a text: digits, numbers in words, shares such as "half" and 三成."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coach.text.numbers import NUMERAL, han_number

ONES = {  # what the words of a number add up
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}
_SHARES = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "tenth": 1 / 10}
_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_WORD = "|".join([*ONES, *_SCALES])
_SHARE = rf"half|(?:a|one|two|three|four) (?:{'|'.join(name for name in _SHARES if name != 'half')})s?"
_ROUGH = "[多来余几]"  # 六十多万, 十几台
_AMOUNT = re.compile(
    r"\d+月\d+[日号]|(?<![第\d])\d+万\d+千"
    rf"|(?<![第\d])\d+(?:[.,]\d+)*(?:%|{_ROUGH}?[百千万]+|{_ROUGH}(?=[\u3400-\u9fff])| times\b)?"
    rf"|{NUMERAL}分之{NUMERAL}+|一半|对半|{NUMERAL}成(?:{NUMERAL}(?![\u3400-\u9fff]))?"
    rf"|(?<![第零一二三四五六七八九十百千])(?:几?{NUMERAL}*[十百千万]{_ROUGH}[千万]*|(?:几|几?{NUMERAL}+)万(?:零?{NUMERAL}+)?)"
    rf"|(?<![\u3400-\u9fff]){NUMERAL}+(?![共些般样定直起下旦律向切])"
    rf"|(?<![第零一二三四五六七八九十百]){NUMERAL}+(?=[个天年月日号周台件箱套元块吨米批家次人户条颗粒桶斤欧美班托盘盒袋包瓶罐卷辆架栋层间座名趟笔份双组片张只支头柜车厂店]|%)"
    rf"|\b(?:{_SHARE})\b(?! (?:party|parties|time|floor))"
    rf"|\b(?:(?:a )?(?:{_WORD})(?:[ -](?:and )?(?:{_WORD}))*(?: times)?)\b"
    r"|\b(?:once(?= (?:an?|per|every|each) )|(?:twice|thrice)\b(?! as\b| the\b))",
    re.IGNORECASE,
)
_UNIT = re.compile(r"\s*([A-Za-z%€$£]+|个月|个小时|个星期|[\u3400-\u9fff])")
_NO_UNIT = re.compile(
    r"(?:of|is|was|were|are|it|and|to|for|in|at|by|not|now|then|so|that|who|from|on|the|an?|per|each|every)$",
    re.IGNORECASE,
)
_LEFT_OUT = (1, 1000, 10_000, 1_000_000)  # "two hundred ten" for two hundred ten thousand
# What very different things are counted in: the same unit does not yet tell that the same thing is counted.
GENERAL = frozenset({
    "day", "week", "month", "year", "hour", "minute", "percent", "time", "k", "euro", "dollar", "pound", "€", "$", "£",
    "天", "周", "月", "年", "个月", "个小时", "个星期", "小", "分", "个", "次", "元", "块",
})  # fmt: skip
SHARE, DAY = "share", "day of the year"  # the units of "half", "a third" and 三成, and of 1月20日


@dataclass(frozen=True)
class Amount:
    """An amount in a text, at its place: `value` None where it cannot be told; `unit` "" where none follows."""

    start: int
    end: int
    words: str
    value: float | None
    unit: str

    def is_same(self, other: Amount) -> bool:
        """Say whether both are the same amount: 九台 and 9台; where one has no unit the number decides."""
        if self.unit and other.unit and self.unit != other.unit:
            return False
        if self.value is None or other.value is None:
            return self.words.lower() == other.words.lower()
        return any(self.value == other.value * scale or self.value * scale == other.value for scale in _LEFT_OUT)


def amounts_in(text: str) -> list[Amount]:
    """Return the amounts in `text`."""
    return [
        Amount(found.start(), found.end(), found.group(), _value(found.group().lower()), _unit(text, found))
        for found in _AMOUNT.finditer(text)
    ]


def _unit(text: str, found: re.Match[str]) -> str:
    if re.search(rf"\b(?:{_SHARE})$|分之|半$|成|%", found.group(), re.IGNORECASE):
        return SHARE
    if "月" in found.group():
        return DAY
    if found.group().lower().split()[-1] in ("times", *_TIMES):
        return "time"
    match = _UNIT.match(text, found.end())
    return match.group(1).lower().rstrip("s") if match and not _NO_UNIT.match(match.group(1)) else ""


def _value(words: str) -> float | None:
    words = re.sub(_ROUGH, "", words.removesuffix(" times")).strip()
    if words in _TIMES:
        return float(_TIMES[words])
    if thousands := re.fullmatch(r"(\d+)万(\d)千", words):  # 1万2千
        return float(thousands[1]) * 10_000 + float(thousands[2]) * 1000
    if words[0].isdigit():
        parts = re.fullmatch(r"(\d+(?:\.\d+)?)(%|[百千万]*)", re.sub(r",(?=\d{3})", "", words))
        scale = {"%": 0.01, "": 1}.get(parts[2]) or han_number(parts[2]) if parts else 1
        return float(parts[1]) * scale if parts else None
    if re.search(r"[a-z]", words):
        return _of_english(words)
    if words in ("一半", "对半"):
        return 1 / 2
    below, parted, above = words.partition("分之")
    if parted:
        return han_number(above) / (han_number(below) or 1)
    tenths, parted, rest = words.partition("成")
    return han_number(tenths) / 10 + han_number(rest) / 100 if parted else float(han_number(words))


def _of_english(words: str) -> float | None:
    tokens = [word for word in re.split(r"[ -]", words) if word not in ("a", "and")]
    *count, last = tokens
    if last.removesuffix("s") in _SHARES or last in _SHARES:
        share = _SHARES.get(last) or _SHARES[last.removesuffix("s")]
        return (ONES.get(count[0], 1) if count else 1) * share
    total, part = 0, 0
    for word in tokens:
        if word in ONES:
            part += ONES[word]
        elif word in ("dozen", "hundred"):
            part = (part or 1) * _SCALES[word]
        else:
            total, part = total + (part or 1) * _SCALES[word], 0
    return float(total + part)
