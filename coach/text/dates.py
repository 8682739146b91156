"""Find the date in "by Friday", "周四前", "12月3日", counted from the day on which it is said."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from coach.text.numbers import ORDINAL, day_number, small_number

_WEEKDAYS_EN = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS_EN = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DIGITS_ZH = {c: i for i, c in enumerate("零一二三四五六七八九十")} | {"两": 2, "日": 7, "天": 7}

_MONTH = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?"
)
_ISO = re.compile(r"(?<!\d)(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_HAN_DIGITS = "一二三四五六七八九十"
_HAN = rf"[{_HAN_DIGITS}]{{1,3}}"
_ZH_DATE = re.compile(rf"(?:(20\d\d)年)?(\d{{1,2}}|元|{_HAN})月份?(\d{{1,2}}(?!\d)[日号]?|{_HAN}[日号])")
_ZH_DAY = re.compile(
    rf"((?<=[周期拜][一二三四五六日天])\d{{1,2}}|(?<![\d月第{_HAN_DIGITS}])(?:\d{{1,2}}|{_HAN}))[号日](?![\d码线楼机位店馆厅车仓门桌])"
)
_ZH_WEEK = re.compile(r"(下下|下个|下|这个|这|本)?(?:周|星期|礼拜)([一二三四五六日天])")
_ZH_LENGTH = rf"(\d{{1,3}}|[{_HAN_DIGITS}两]{{1,3}}|半)个?(天|周|星期|礼拜|月)"
_ZH_AFTER = re.compile(rf"{_ZH_LENGTH}[之以]?[后内]|(?:再过|过){_ZH_LENGTH}(?!了)|下(?:周|星期|礼拜)的?今天")
_DAY_EN = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?|{ORDINAL})"
_EN_DATE = re.compile(
    rf"\b(?:({_MONTH})\.? (?:the )?({_DAY_EN})|({_DAY_EN})(?: of)?(?: the)? ({_MONTH}))\b(?:,? (20\d\d))?"
)
_EN_DAY = re.compile(
    rf"\b(?:(?:on|by|until|before|for|from) the|(?:{'|'.join(_WEEKDAYS_EN)}),?(?: the)?) (\d{{1,2}})(?:st|nd|rd|th)\b"
    r"(?! (?:floor|street|avenue|storey|level|line|attempt|try|visit|call|time|batch|page))"
)
_EN_WEEK = re.compile(rf"\b(next |this |coming )?({'|'.join(_WEEKDAYS_EN)})\b")
_WEEKDAY = "|".join(_WEEKDAYS_EN)
_NUMBERS_EN = {
    "a": 1, "one": 1, "two": 2, "a couple of": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12,
}  # fmt: skip
_EN_LENGTH = rf"({'|'.join(_NUMBERS_EN)}|\d{{1,3}}) (day|week|fortnight|month)s?"
_EN_AFTER = re.compile(rf"\b(?:in|within) {_EN_LENGTH}\b")
_EN_FROM = re.compile(
    rf"\b{_EN_LENGTH} (?:(?:from|after|on) )?(today|tomorrow|now|(?:next |this |coming )?(?:{_WEEKDAY}))\b"
    rf"|\b(today|tomorrow|{_WEEKDAY}) week\b"
)
# 十二月第二个星期二, "the second Tuesday of December", "the last Friday of next month"
_ZH_NTH = re.compile(
    rf"(下个?|这个?|本|\d{{1,2}}|{_HAN})月份?的?(?:第([一二三四五1-5])个?|(最后)一?个?)(?:周|星期|礼拜)([一二三四五六日天])"
)
_EN_NTH = re.compile(
    rf"\b(first|second|third|fourth|last) ({'|'.join(_WEEKDAYS_EN)})"
    rf" (?:of|in) (next month|this month|the month|{_MONTH})\b"
)
# "next: 12/10", "on 4/12", 约了12/10: month and day or day and month, whichever comes first; "2/10 net 30" is none
_SLASHED = re.compile(
    r"(?:^(?:next|next steps?)(?: is)? ?[:：,-]? ?|\b(?:on|before|until|for|agreed on) "
    r"|(?:下一步|约[好了定在]{0,2}|定[好了在]{1,2}|说好)是?[:：,]? ?)"
    r"(\d{1,2})/(\d{1,2})(?![\d/%]| ?(?:of|inch|net|pitch|support)\b)"
)
_NTH = ("first", "second", "third", "fourth")
_DAYS = {"天": 1, "day": 1, "week": 7, "fortnight": 14, "month": 30, "月": 30}
_END_OF_MONTH = r"(?<!days )(?<!day )(?<!net )\bend of (?:the |this )?month\b"  # "60 days end of month" is a term
_NAMED = re.compile(
    r"\bthe day after tomorrow\b|\bday after tomorrow\b|\btomorrow\b|\btoday\b|\bnext week\b|\bthis week\b|"
    r"\bend of (?:the )?week\b|"
    rf"{_END_OF_MONTH}|"
    r"大后天|后天|明天|明早|今天|下周|下星期|下礼拜|这周|本周|月底"
)
_PATTERNS = (
    _ZH_NTH, _EN_NTH, _SLASHED,
    _ISO, _ZH_DATE, _EN_DATE, _EN_FROM, _ZH_AFTER, _ZH_DAY, _EN_DAY, _ZH_WEEK, _EN_WEEK, _EN_AFTER, _NAMED,
)  # fmt: skip
_RELATIVE = {
    "今天": 0, "明天": 1, "明早": 1, "后天": 2, "大后天": 3, "today": 0, "tomorrow": 1, "day after tomorrow": 2,
}  # fmt: skip


def find_date(text: str, today: date) -> date | None:
    """Return the first date that `text` (normalised) names, or None.

    A date without a year is the next one to come; a weekday is the coming one, "next" and 下 mean the one in
    the following week; "next week" and 月底 mean the last working day of it.
    """
    for find in (_nth_weekday, _full, _from, _weekday, _after, _named):
        if found := find(text, today):
            return found
    return None


class Place(NamedTuple):
    """A date and the characters of the text that name it."""

    start: int
    end: int
    day: date


def dates_in(text: str, today: date) -> list[Place]:
    """Return every date that `text` (normalised) names, in the order of the words; of nested ones the longest."""
    found: list[Place] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            day = find_date(match.group(), today)
            if day and all(match.end() <= other.start or match.start() >= other.end for other in found):
                found.append(Place(match.start(), match.end(), day))
    return sorted(found)


def _nth_weekday(text: str, today: date) -> date | None:
    """The nth, or the last, of a weekday in a month."""
    if match := _ZH_NTH.search(text):
        nth = -1 if match[3] else (small_number(match[2]) or 1) - 1
        month, weekday = _month_of(match[1], today), _DIGITS_ZH[match[4]] - 1
    elif match := _EN_NTH.search(text):
        nth = -1 if match[1] == "last" else _NTH.index(match[1])
        month, weekday = _month_of(match[3], today), _WEEKDAYS_EN.index(match[2])
    else:
        return None
    for year in (today.year, today.year + 1):
        first = _day(year + month // 13, (month - 1) % 12 + 1, 1) if month else None
        days = [first + timedelta(days=n) for n in range(31)] if first else []
        fits = [day for day in days if first and day.month == first.month and day.weekday() == weekday]
        if fits and -1 <= nth < len(fits) and fits[nth] >= today:
            return fits[nth]
    return None


def _month_of(written: str, today: date) -> int | None:
    """Return the month that is named, 13 for the January to come; None for no month."""
    if written.startswith("下") or written == "next month":
        return today.month + 1
    if written[0] in "这本" or written in ("this month", "the month"):
        return today.month
    return _MONTHS_EN.index(written[:3]) + 1 if written[:3] in _MONTHS_EN else day_number(written)


def _full(text: str, today: date) -> date | None:
    if match := _ISO.search(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _ZH_DATE.search(text):
        month, number = 1 if match[2] == "元" else day_number(match[2]), day_number(match[3].rstrip("日号"))
        return _coming(match[1], month, number, today) if month and number else None
    if match := _EN_DATE.search(text):
        month = _MONTHS_EN.index((match[1] or match[4])[:3]) + 1
        number = day_number(match[2] or match[3])
        return _coming(match[5], month, number, today) if number else None
    if match := _SLASHED.search(text):
        one, other = int(match[1]), int(match[2])
        days = [_coming(None, month, day, today) for month, day in ((one, other), (other, one))]
        return min(filter(None, days), default=None)
    if (match := _ZH_DAY.search(text) or _EN_DAY.search(text)) and (number := day_number(match[1])):
        month = today.month + (number < today.day)
        return _day(today.year + (month > 12), (month - 1) % 12 + 1, number)
    return None


def _coming(year: str | None, month: int, day: int, today: date) -> date | None:
    if year:
        return _day(int(year), month, day)
    found = _day(today.year, month, day)
    return _day(today.year + 1, month, day) if found and found < today else found


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _weekday(text: str, today: date) -> date | None:
    if match := _ZH_WEEK.search(text):
        wanted, when = _DIGITS_ZH[match[2]] - 1, match[1] or ""
        weeks = 2 if when == "下下" else 1 if when.startswith("下") else 0
        return _in_week(today, wanted, weeks)
    if match := _EN_WEEK.search(text):
        return _in_week(today, _WEEKDAYS_EN.index(match[2]), 1 if match[1] == "next " else 0)
    return None


def _in_week(today: date, weekday: int, weeks: int) -> date:
    monday = today - timedelta(days=today.weekday())
    found = monday + timedelta(days=weekday, weeks=weeks)
    return found if found >= today else found + timedelta(weeks=1)


def _after(text: str, today: date) -> date | None:
    """A length of time from now: "in two weeks", 三天后, 过两周, 下周今天."""
    if match := _ZH_AFTER.search(text):
        number, unit = match[1] or match[3] or "一", match[2] or match[4] or "周"
        if number == "半":
            return today + timedelta(days=15) if unit == "月" else None
        return _later(today, int(number) if number.isdigit() else small_number(number), unit)
    match = _EN_AFTER.search(text)
    return _later(today, _count(match[1]), match[2]) if match else None


def _from(text: str, today: date) -> date | None:
    """A length of time from a day: "a week from today", "a fortnight on Monday", "Tuesday week"."""
    match = _EN_FROM.search(text)
    if match is None:
        return None
    named = match[3] or match[4]
    day = today if named == "now" else _weekday(named, today) or _named(named, today)
    return _later(day, _count(match[1] or "a"), match[2] or "week") if day else None


def _count(written: str) -> int:
    return _NUMBERS_EN.get(written) or int(written)


def _later(day: date, number: int | None, unit: str) -> date | None:
    return day + timedelta(days=_DAYS.get(unit, 7) * number) if number is not None and number <= 400 else None


def _named(text: str, today: date) -> date | None:
    for word in sorted(_RELATIVE, key=len, reverse=True):
        if word in text:
            return today + timedelta(days=_RELATIVE[word])
    if re.search(r"下周|下星期|下礼拜|next week", text):
        return _in_week(today, 4, 1)
    if re.search(r"这周|本周|this week|end of (the )?week", text):
        return _in_week(today, 4, 0)
    if re.search(rf"月底|{_END_OF_MONTH}", text):
        following = date(today.year + today.month // 12, today.month % 12 + 1, 1)
        return following - timedelta(days=1)
    return None
