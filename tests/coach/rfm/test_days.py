"""Dates in every usual form, and columns that tell days from months."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from coach.rfm.days import read_days
from tests.coach.rfm.orders import ASOF, knowledge

MARCH = date(2026, 3, 4)


def days(*cells: str | None, given: str | None = None):
    return read_days(pl.Series(cells, dtype=pl.String), knowledge().order_reading, ASOF, given)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        *((form, MARCH) for form in (
            "2026-03-04", "2026/3/4", "2026.3.4", "20260304", "2026年3月4日", "2026年03月04日", "46085", "46085.75",
            "2026-03-04 10:33", "2026-03-04T10:33:00Z", "2026/3/4 上午 10:20", " 2026-03-04 ", "２０２６-０３-０４",
            "4 Mar 2026", "4 March 2026", "04-Mar-26", "Mar 4, 2026", "March 4th, 2026", "Wed, 4 Mar 2026", "4. Mar 2026",
        )),
        ("31.12.1999", date(1999, 12, 31)),
        ("31/12/99", date(1999, 12, 31)),
        *((form, None) for form in (
            "2026-13-01", "2026-02-30", "tomorrow", "", None, "2026-03", "99999", "12345", "4 Foo 2026", "32/01/2026",
        )),
    ],
)  # fmt: skip
def test_form(cell: str | None, day: date | None) -> None:
    assert days(cell).days.to_list() == [day]


@pytest.mark.parametrize(
    ("cells", "order", "why", "first"),
    [
        (("03/04/2026", "13/04/2026"), "day_first", "digits", date(2026, 4, 3)),
        (("03/04/2026", "04/13/2026"), "month_first", "digits", MARCH),
        (("04/03/2026", "05/11/2026"), "month_first", "future", date(2026, 4, 3)),
        (("03/04/2026", "11/05/2026"), "day_first", "future", date(2026, 4, 3)),
        (("01/03/2026", "02/01/2026", "02/03/2026"), "month_first", "sequence", date(2026, 1, 3)),
        (("03/04/2026",), "day_first", "assumed", date(2026, 4, 3)),
        (("2026-03-04",), None, "assumed", MARCH),
    ],
)
def test_column_decides(cells: tuple[str, ...], order: str | None, why: str, first: date) -> None:
    read = days(*cells)
    assert (read.order, read.why, read.days[0]) == (order, why, first)


def test_the_users_word_goes_first() -> None:
    assert days("03/04/2026", "13/04/2026", given="month_first").days.to_list() == [MARCH, date(2026, 4, 13)]


def test_what_is_counted() -> None:
    read = days("03/04/2026", "03/04/2026", "05/05/2026", "13/04/2026", "04/13/2026", "46085", "x")
    assert (read.unclear, read.serial, read.mixed) == (2, 1, True)
