"""Amounts as people and CRMs write them: 1,234.50 or 1.234,50, told apart by the whole column."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

COMMA, DOT = ",", "."
_SIGNS = {
    "€": "EUR",
    "$": "USD",
    "US$": "USD",
    "£": "GBP",
    "¥": "",
    "￥": "CNY",
    "元": "CNY",
    "人民币": "CNY",
    "RMB": "CNY",
}
_WITH_UNIT = re.compile(
    r"(?P<before>[^\d.,()+\-\s]*)\s*(?P<number>[(+\-]?[\s\d.,'’()+\-]*\d[\s\d.,'’)]*)\s*(?P<after>[^\d.,()+\-\s]*)"
)


@dataclass(frozen=True)
class Amounts:
    """How the amounts of a column are written; `sure` when the column itself tells."""

    decimal: str
    sure: bool


def told_by(cells: Iterable[str], separator: str) -> Amounts:
    """Return how the amounts in `cells` are written; where none tells, files that are separated by ; have commas."""
    votes, hints = {COMMA: 0, DOT: 0}, {COMMA: 0, DOT: 0}
    for cell in cells:
        match = _WITH_UNIT.fullmatch(cell)
        number = re.sub(r"[^\d.,]", "", match["number"]) if match else ""
        last = max(number.rfind(COMMA), number.rfind(DOT))
        if last < 0:
            continue
        sign, other = (COMMA, DOT) if number[last] == COMMA else (DOT, COMMA)
        if number.count(sign) > 1:  # 1,234,567
            votes[other] += 1
        elif other in number or len(number) - last - 1 != 3:  # 1.234,56 or 0,5
            votes[sign] += 1
        else:  # 1,234: most likely a thousand, hardly one and three decimals
            hints[other] += 1
    for counts in (votes, hints):
        if counts[COMMA] != counts[DOT]:
            return Amounts(COMMA if counts[COMMA] > counts[DOT] else DOT, counts is votes)
    return Amounts(COMMA if separator == ";" else DOT, not any(hints.values()))


def read_amount(cell: str, amounts: Amounts) -> tuple[str, str] | None:
    """Return the amount as a plain decimal number, and its currency or ""; None when the cell is no amount."""
    match = _WITH_UNIT.fullmatch(cell)
    if not match:
        return None
    number = re.sub(r"[\s'’]", "", match["number"])
    if number.startswith("(") and number.endswith(")"):  # how book-keepers write a negative amount
        number = "-" + number[1:-1]
    thousands = DOT if amounts.decimal == COMMA else COMMA
    whole, _, rest = number.partition(amounts.decimal)
    if thousands in rest or not re.fullmatch(rf"[+-]?(\d+|\d{{1,3}}({re.escape(thousands)}\d{{3}})+|)", whole):
        return None
    try:
        value = Decimal(f"{whole.replace(thousands, '')}.{rest or 0}")
    except InvalidOperation:
        return None
    unit = match["before"] or match["after"]
    return plain(value), _SIGNS.get(unit, unit.upper() if re.fullmatch(r"[A-Za-z]{3}", unit) else "")


def plain(value: Decimal) -> str:
    """Return the number without zeros that mean nothing and without an exponent."""
    return format(value.normalize(), "f") if value else "0"
