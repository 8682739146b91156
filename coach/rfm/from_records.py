"""Orders of the account book as the orders that are ranked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import polars as pl

from coach.accounts.records import Order
from coach.knowledge.ranking import OrderReading
from coach.rfm.build_orders import build
from coach.rfm.csv_table import MORE, Table
from coach.rfm.currencies import Wanted
from coach.rfm.headings import Headings
from coach.rfm.orders import Note, Orders

_COLUMNS = ("customer", "day", "amount", "currency", "margin", "number")


def from_records(
    accounts: Mapping[str, str], orders: Iterable[Order], reading: OrderReading, today: date,
    wanted: Wanted | None = None,
) -> Orders:  # fmt: skip
    """Return the orders of `accounts`, names by id; an account without orders is a prospect.

    The line of a problem is the place of its order in `orders`, from 1.
    """
    rows = [
        (
            accounts.get(order.account, order.account),
            order.day,
            order.amount,
            order.currency,
            order.margin,
            order.number,
        )
        for order in orders
    ]
    cells = pl.DataFrame(rows, schema={f"c{i}": pl.String for i in range(len(_COLUMNS))}, orient="row")
    cells = cells.with_columns(pl.lit(None, pl.String).alias(MORE), again=pl.lit(False)).with_row_index(
        "line", offset=1
    )
    filled = [i for i, name in enumerate(_COLUMNS) if i < 3 or (cells[f"c{i}"].fill_null("") != "").any()]
    headings = Headings(0, {_COLUMNS[i]: i for i in filled}, _COLUMNS)
    table = Table(cells.cast({"line": pl.Int64}), headings)
    return build(
        table, reading, today, wanted or Wanted({}), [Note("book")],
        keep_duplicates=True, more_customers=tuple(accounts.values()), say_columns=False,
    )  # fmt: skip
