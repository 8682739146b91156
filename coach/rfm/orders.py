"""The orders that are ranked, what was noticed while they were read, and the rows that could not be used.

Amounts are whole millionths of the currency: sums are exact and the same on every computer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import polars as pl

SCALE = 1_000_000  # units of an amount
MONEY = ("amount", "margin", "concessions", "claims", "freight", "credit", "overdue")
SCHEMA: Mapping[str, pl.DataType | type[pl.DataType]] = {
    "line": pl.Int64, "customer": pl.String, "day": pl.Date, "currency": pl.String, "number": pl.String,
    "overdue_days": pl.Float64, **dict.fromkeys(MONEY, pl.Int64),
}  # fmt: skip
PROBLEM_SCHEMA = {"line": pl.Int64, "reason": pl.String, "value": pl.String}


class UnreadableError(Exception):
    """A whole table cannot be read: `reason` names a sentence `rfm_unreadable_*`, `values` what it quotes."""

    def __init__(self, reason: str, *values: str) -> None:
        super().__init__(reason)
        self.reason, self.values = reason, values


@dataclass(frozen=True)
class Note:
    """Something noticed that the user should know: `kind` names a sentence `rfm_note_*`."""

    kind: str
    count: int = 0
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Orders:
    """Usable orders, one row each, in one currency.

    `rows` has the columns of SCHEMA; a refund has a negative amount, null means not known. `customers` are all names,
    also those without orders. `currency` is None when nothing states it; `rates` are what one unit of another
    currency was worth. `known` are the columns beyond customer, day and amount that the source has.
    """

    rows: pl.DataFrame
    customers: tuple[str, ...]
    currency: str | None = None
    rates: Mapping[str, float] = field(default_factory=dict)
    known: frozenset[str] = frozenset()
    problems: pl.DataFrame = field(default_factory=lambda: problem_frame([]))
    notes: tuple[Note, ...] = ()


def problem_frame(found: Iterable[tuple[int, str, str]]) -> pl.DataFrame:
    """Return rows that cannot be used: line, the reason's name (`rfm_problem_*`), and the words it is about."""
    return pl.DataFrame(list(found), schema=PROBLEM_SCHEMA, orient="row")
