"""Dates as people and CRMs write them, told apart by the whole column: which number is the month."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

MONTH_FIRST, DAY_FIRST = "month_first", "day_first"
_YEAR_FIRST = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)")
_TIME = re.compile(r"(.*?\d日?)(?:[T\s,].*)?")  # a time may follow


@dataclass(frozen=True)
class Days:
    """How dates such as 03/04/2026 are meant; `sure` when the column itself tells."""

    order: str
    sure: bool


def told_by(cells: Iterable[str], usual: str) -> Days:
    """Return how the dates in `cells` are meant; `usual` where none of them tells."""
    month_first, day_first, doubtful = 0, 0, False
    for cell in cells:
        match = _YEAR_LAST.fullmatch(_day_part(cell))
        if not match or match[2] == ".":  # with dots the day always comes first
            continue
        month_first += int(match[3]) > 12
        day_first += int(match[1]) > 12
        doubtful = True
    if month_first != day_first:
        return Days(MONTH_FIRST if month_first > day_first else DAY_FIRST, True)
    return Days(usual, not doubtful)


def read_day(cell: str, days: Days) -> str | None:
    """Return the day as an ISO date; None when the cell is no date."""
    text = _day_part(cell)
    if match := _YEAR_FIRST.fullmatch(text) or _COMPACT.fullmatch(text):
        year, month, day = map(int, match.groups())
    elif match := _YEAR_LAST.fullmatch(text):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        day_first = match[2] == "." or days.order == DAY_FIRST
        day, month = (first, second) if day_first else (second, first)
        year += 2000 if year < 100 else 0
    else:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _day_part(cell: str) -> str:
    match = _TIME.fullmatch(cell.strip())
    return match[1].strip() if match else cell.strip()
