"""From rows to purchases, and from purchases to one line a customer: when, how often, how much."""

from __future__ import annotations

from datetime import date

import polars as pl

from coach.rfm.orders import MONEY, SCALE, Orders

_COSTS = ("claims", "freight", "credit")  # what a margin does not yet hold
EXACT = pl.Int128  # sums of whole millionths do not overflow


def purchases(orders: Orders, asof: date, *, refunds_count: bool) -> pl.DataFrame:
    """Return the orders up to `asof`: rows of the same customer and order number are one. `counts` marks purchases.

    A refund, and an order that was wholly refunded, is none, unless `refunds_count`: then every order counts.
    """
    rows = orders.rows.filter(pl.col("day") <= asof)
    if "number" in orders.known:
        rows = _by_number(rows)
    return rows.with_columns(counts=pl.lit(True) if refunds_count else pl.col("amount") > 0)


def _by_number(rows: pl.DataFrame) -> pl.DataFrame:
    """Return one row an order; rows without a number stay as they are."""
    numbered = pl.col("number").fill_null("") != ""
    lines = rows.filter(numbered)
    if lines.select("customer", "number").hash_rows().n_unique() == len(lines):
        return rows
    day = pl.coalesce(pl.col("day").filter(pl.col("amount") > 0).max(), pl.col("day").max())
    sums = [pl.when(pl.col(name).count() > 0).then(pl.col(name).sum()).alias(name) for name in MONEY]
    grouped = lines.group_by("customer", "number", maintain_order=True).agg(
        pl.col("line").min(), day, pl.col("currency").first(), pl.col("overdue_days").mean(), *sums
    )
    return pl.concat([rows.filter(~numbered), grouped.select(rows.columns)]).sort("line")


def by_customer(bought: pl.DataFrame, since: date | None) -> pl.DataFrame:
    """Return one line for each customer with a purchase since `since`; money is in millionths.

    `with_margin` is the revenue of which the margin is known, `gross` that without refunds.
    """
    rows = bought if since is None else bought.filter(pl.col("day") >= since)
    amount, counts = pl.col("amount"), pl.col("counts")
    sold = pl.when(amount > 0).then(amount).otherwise(0)
    table = rows.group_by("customer", maintain_order=True).agg(
        last_order=pl.col("day").filter(counts).max(),
        frequency=counts.sum().cast(pl.Int64),
        monetary=amount.cast(EXACT).sum(),
        gross=sold.cast(EXACT).sum(),
        with_margin=amount.filter(pl.col("margin").is_not_null()).cast(EXACT).sum(),
        margins=pl.col("margin").count(),
        margin=pl.col("margin").cast(EXACT).sum(),
        costs=pl.sum_horizontal(pl.col(name).cast(EXACT).sum() for name in _COSTS),
        concessions=pl.col("concessions").cast(EXACT).sum(),
        claims=pl.col("claims").cast(EXACT).sum(),
        overdue=pl.col("overdue").cast(EXACT).sum(),
        late=(pl.col("overdue_days").fill_null(0.0) * sold).sum(),
    )
    return table.filter(pl.col("frequency") > 0)


def in_money(column: str) -> pl.Expr:
    """Return a column of millionths in units of the currency."""
    return pl.col(column).cast(pl.Float64) / SCALE
