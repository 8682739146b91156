"""Formulas do not survive the way into a spreadsheet; numbers and telephone numbers do, and reading gives all back."""

from __future__ import annotations

import pytest

from coach.text.formula import neutralised, restored


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+1+cmd", "'+1+cmd"),
        ("-2+3+cmd", "'-2+3+cmd"),
        ("\t=1", "'\t=1"),
        (" =1", "' =1"),
        ("＝1+1", "'＝1+1"),
        ("'=1", "''=1"),
        ("-1200.50", "-1200.50"),
        ("+49 (40) 123-45", "+49 (40) 123-45"),
        ("甲公司", "甲公司"),
        ("it's", "it's"),
        ("", ""),
    ],
)
def test_formulas_are_neutralised(cell: str, safe: str) -> None:
    assert neutralised(cell) == safe
    assert restored(safe) == cell
