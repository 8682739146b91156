"""Amounts in every usual form, and columns that tell what 1.234 means."""

from __future__ import annotations

import polars as pl
import pytest

from coach.rfm.numbers import read_numbers, whole
from tests.coach.rfm.orders import knowledge


def numbers(*cells: str | None, comma_likely: bool = False) -> tuple[list[float | None], list[str | None], str, bool]:
    read = read_numbers(pl.Series(cells, dtype=pl.String), knowledge().order_reading, comma_likely=comma_likely)
    return read.value.to_list(), read.currency.to_list(), read.decimal, read.mixed


@pytest.mark.parametrize(
    ("cell", "value", "currency"),
    [
        ("1234.5", 1234.5, None),
        (" 12 ", 12.0, None),
        ("-5", -5.0, None),
        ("+5", 5.0, None),
        ("1.2E+05", 120000.0, None),
        ("1,234.50", 1234.5, None),
        ("1.234,50", 1234.5, None),
        ("1 234,50", 1234.5, None),
        ("1\u00a0234,50", 1234.5, None),
        ("1\u202f234.50", 1234.5, None),
        ("1'000.5", 1000.5, None),
        ("1,00,000.00", 100000.0, None),
        ("12.000.000", 12000000.0, None),
        ("1,234,567", 1234567.0, None),
        ("12,3", 12.3, None),
        ("￥12,000", 12000.0, "CNY"),
        ("¥1,000.00", 1000.0, "CNY"),
        ("1.2万", 12000.0, None),
        ("5万元", 50000.0, "CNY"),
        ("3,000 元", 3000.0, "CNY"),
        ("2亿", 2e8, None),
        ("3k", 3000.0, None),
        ("USD 3,000", 3000.0, "USD"),
        ("3000USD", 3000.0, "USD"),
        ("US$1,234,567.89", 1234567.89, "USD"),
        ("HK$3", 3.0, "HKD"),
        ("€ 1.234,00", 1234.0, "EUR"),
        ("500 KRW", 500.0, "KRW"),
        ("1000美元", 1000.0, "USD"),
        ("(500.00)", -500.0, None),
        ("￥-500", -500.0, "CNY"),
        ("-$500", -500.0, "USD"),
        ("($500)", -500.0, "USD"),
        ("100-", -100.0, None),
        ("−7", -7.0, None),
        ("１２３", 123.0, None),
        ("", None, None),
        (None, None, None),
        ("abc", None, None),
        ("1,2,3", None, None),
        ("1.2.3", None, None),
        ("12 pcs", None, None),
        ("--5", None, None),
        ("nan", None, None),
        ("inf", None, None),
        ("=1+1", None, None),
    ],
)
def test_form(cell: str | None, value: float | None, currency: str | None) -> None:
    assert numbers(cell)[:2] == ([value], [currency])


@pytest.mark.parametrize(
    ("cells", "values", "decimal", "mixed"),
    [
        (("1.234", "12.5"), [1.234, 12.5], ".", False),
        (("1.234", "1.234,5"), [1234.0, 1234.5], ",", False),
        (("-1.234", "7,25"), [-1234.0, 7.25], ",", False),
        (("1,234", "12,500"), [1234.0, 12500.0], "", False),
        (("1,234", "1,5"), [1.234, 1.5], ",", False),
        (("1,234.00", "1,5", "2.25"), [1234.0, 1.5, 2.25], ".", True),
    ],
)
def test_column_decides(cells: tuple[str, ...], values: list[float], decimal: str, mixed: bool) -> None:
    read = numbers(*cells)
    assert (read[0], *read[2:]) == (values, decimal, mixed)


def test_semicolons_make_decimal_commas_likely() -> None:
    assert numbers("1.234", "2.345", comma_likely=True)[0] == [1234.0, 2345.0]
    assert numbers("1.234", "2.345")[0] == [1.234, 2.345]
    assert numbers("1.234", "2.5", comma_likely=True)[0] == [1.234, 2.5]


def test_money_is_exact() -> None:
    assert whole(pl.Series([0.1, 0.2, 1234567.89])).to_list() == [100_000, 200_000, 1_234_567_890_000]
