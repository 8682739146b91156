"""Cells that a spreadsheet would run as a formula are written with an apostrophe before them, and read without it."""

from __future__ import annotations

import re

# what a spreadsheet takes for a formula, also after blanks and in full width; a plain number or telephone number is not
_FORMULA = re.compile(r"'*(?:[\s\ufeff]*[=+\-@＝＋－＠]|[\t\r\n])")
_NUMBER = re.compile(r"[+-]?[\d().,/ -]*\d[\d().,/ -]*")


def neutralised(cell: str) -> str:
    """Return the cell so that no spreadsheet runs it."""
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def restored(cell: str) -> str:
    """Return the cell as it was before `neutralised`."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell, 1) else cell
