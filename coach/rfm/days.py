"""Dates as people and spreadsheets write them, and which of day and month comes first in a column."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import polars as pl

from coach.knowledge.ranking import OrderReading

DAY_FIRST, MONTH_FIRST = "day_first", "month_first"
_EXCEL_START = date(1899, 12, 30)  # day 0 of a serial date, as spreadsheets count from March 1900 on
_TIME = r"[\sT]+(上午|下午|中午|晚上)?\s*\d{1,2}\s*[:时点].*$"
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SERIAL = re.compile(r"([2-7]\d{4})(\.\d+)?")  # 1954 to 2119
_UNCLEAR = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})")
_DAY_NAME = re.compile(r"(?:[a-z]+,\s*)?(\d{1,2})(?:st|nd|rd|th)?[\s\-./]*([a-z]+)[\s\-./,]*(\d{4}|\d{2})")
_NAME_DAY = re.compile(r"(?:[a-z]+,\s*)?([a-z]+)[\s\-./]*(\d{1,2})(?:st|nd|rd|th)?[\s\-./,]+(\d{4}|\d{2})")


@dataclass(frozen=True)
class Days:
    """Days of a column, null where there is none.

    `order` is which comes first in dates such as 03/04/2026, None without such dates; `why` is what told it: given,
    digits (a number above 12), future (the other way more dates lie ahead), sequence (so the rows are in order) or
    assumed. `unclear` counts dates that could be read both ways, `serial` the numbers of spreadsheets.
    """

    days: pl.Series
    order: str | None
    why: str
    unclear: int
    serial: int
    mixed: bool


def read_days(cells: pl.Series, reading: OrderReading, today: date, given: str | None = None) -> Days:
    """Return the days in `cells`; `given` is DAY_FIRST or MONTH_FIRST when the user says so."""
    text = cells.cast(pl.String).str.strip_chars().str.replace(_TIME, "")
    counts = text.drop_nulls().value_counts(sort=False)
    times = dict(zip(counts[counts.columns[0]], counts["count"], strict=True))
    months = {name: i for i, names in enumerate(reading.months, 1) for name in names}
    plain = {word: unicodedata.normalize("NFKC", word).strip().lower() for word in times}
    numbers = {word: match.groups() for word, clean in plain.items() if (match := _UNCLEAR.fullmatch(clean))}
    triples = {word: (int(a), int(b), _year(y)) for word, (a, b, y) in numbers.items()}
    order, why, mixed = _order(triples, times, text, reading, today, given)
    read = {word: _read(clean, months) for word, clean in plain.items() if word not in triples}
    read |= {word: _ordered(triple, order) for word, triple in triples.items()}
    known = {word: day for word, day in read.items() if day is not None}
    days = (
        text.replace_strict(known, default=None, return_dtype=pl.Date) if known else text.clear(len(text)).cast(pl.Date)
    )
    unclear = sum(times[word] for word, (a, b, _) in triples.items() if a <= 12 and b <= 12 and a != b)
    serial = sum(times[word] for word, clean in plain.items() if word in known and _SERIAL.fullmatch(clean))
    return Days(days.alias("day"), order if triples else None, why, unclear, serial, mixed)


def _read(text: str, months: dict[str, int]) -> date | None:
    """Return the day of a form that says which number is which."""
    if match := _YEAR_FIRST.fullmatch(text) or _COMPACT.fullmatch(text):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    if match := _SERIAL.fullmatch(text):
        return _EXCEL_START + timedelta(days=int(match[1]))
    if match := _DAY_NAME.fullmatch(text):
        return _date(_year(match[3]), months.get(match[2], 0), int(match[1]))
    if match := _NAME_DAY.fullmatch(text):
        return _date(_year(match[3]), months.get(match[1], 0), int(match[2]))
    return None


def _year(digits: str) -> int:
    """Return the year of four digits, or of two: 70 to 99 are of the last century."""
    return int(digits) if len(digits) == 4 else int(digits) + (1900 if int(digits) >= 70 else 2000)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _ordered(triple: tuple[int, int, int], order: str) -> date | None:
    """Return the day in this order, or in the other where this one makes no date."""
    a, b, year = triple
    first, second = _date(year, b, a), _date(year, a, b)
    return (first or second) if order == DAY_FIRST else (second or first)


def _order(
    triples: dict[str, tuple[int, int, int]], times: dict[str, int], text: pl.Series, reading: OrderReading,
    today: date, given: str | None,
) -> tuple[str, str, bool]:  # fmt: skip
    """Return which comes first, what told it, and whether the column holds proofs of both."""
    days_first = sum(times[word] for word, (a, _, _) in triples.items() if a > 12)
    months_first = sum(times[word] for word, (_, b, _) in triples.items() if b > 12)
    mixed = bool(days_first and months_first)
    if given:
        return given, "given", mixed
    if days_first != months_first:
        return (DAY_FIRST if days_first > months_first else MONTH_FIRST), "digits", mixed
    tests: tuple[tuple[str, Callable[[str], int]], ...] = (
        ("future", lambda order: _future(triples, times, order, today)),
        ("sequence", lambda order: _steps_back(triples, text, order)),
    )
    for why, faults in tests if triples else ():
        of_days, of_months = faults(DAY_FIRST), faults(MONTH_FIRST)
        if of_days != of_months:
            return (DAY_FIRST if of_days < of_months else MONTH_FIRST), why, mixed
    return reading.unclear_dates, "assumed", mixed


def _future(triples: dict[str, tuple[int, int, int]], times: dict[str, int], order: str, today: date) -> int:
    return sum(times[word] for word, triple in triples.items() if (_ordered(triple, order) or today) > today)


def _steps_back(triples: dict[str, tuple[int, int, int]], text: pl.Series, order: str) -> int:
    """Count how often the rows are out of their order, whether the oldest or the newest stands first."""
    known = {word: day for word, triple in triples.items() if (day := _ordered(triple, order))}
    steps = (
        text.replace_strict(known, default=None, return_dtype=pl.Date).drop_nulls().to_physical().diff().drop_nulls()
    )
    back, ahead = int((steps < 0).sum()), int((steps > 0).sum())
    return min(back, ahead) if min(back, ahead) == 0 else 1  # only a perfect order proves anything
