"""The three false big accounts, which RFM cannot see, and concessions that keep growing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import polars as pl

from coach.knowledge.ranking import Growing, RfmFlag
from coach.rfm.months import months_before

ONE_OFF, LOW_MARGIN, SQUEEZER = "one_off", "low_margin", "squeezer"
# what a flag is judged by: at least one of these columns
JUDGED_BY = {LOW_MARGIN: ("margin", "margin_rate"), SQUEEZER: ("concessions", "claims", "overdue", "overdue_days")}


def not_judged(known: Iterable[str]) -> tuple[str, ...]:
    """Return the flags that nothing in the orders tells."""
    have = set(known)
    return tuple(flag for flag, columns in JUDGED_BY.items() if not have & set(columns))


def in_order(flags: Mapping[str, RfmFlag]) -> list[str]:
    """Return the names of the flags as the article orders them."""
    return sorted(flags, key=lambda flag: flags[flag].order)


def with_flags(table: pl.DataFrame, bought: pl.DataFrame, asof: date, flags: Mapping[str, RfmFlag]) -> pl.DataFrame:
    """Add the shares that tell a false big account, and `flags`, the names of those that do."""
    one_off, limits = flags[ONE_OFF].limits, flags[SQUEEZER].limits
    table = table.join(_largest(bought, months_before(asof, int(one_off["months"]))), on="customer", how="left")
    table = table.with_columns(_shares()).with_columns(
        is_one_off=((pl.col("recent") > 1) & (pl.col("largest_share") > one_off["largest_share"]))
        | ((pl.col("frequency") == 1) & (pl.col("m") >= one_off["single_order_score"])),
        is_low_margin=pl.col("margin_share") < flags[LOW_MARGIN].limits["floor"],
        is_squeezer=pl.any_horizontal((pl.col(name) > limit).fill_null(False) for name, limit in limits.items()),
    )
    marks = [pl.when(pl.col(f"is_{flag}").fill_null(False)).then(pl.lit(flag)) for flag in in_order(flags)]
    listed = pl.concat_list(marks).list.drop_nulls().alias("flags")
    return table.with_columns(listed).drop([f"is_{flag}" for flag in flags])


def _largest(bought: pl.DataFrame, since: date) -> pl.DataFrame:
    """Return the largest purchase since `since`, its share of the total, and the number of purchases."""
    rows = bought.filter((pl.col("day") >= since) & (pl.col("amount") > 0))
    total = pl.col("amount").cast(pl.Float64).sum()
    return rows.group_by("customer", maintain_order=True).agg(
        recent=pl.len(), largest=pl.col("amount").max(), largest_share=pl.col("amount").max().cast(pl.Float64) / total
    )


def _shares() -> list[pl.Expr]:
    """Return margin after costs as a share of its revenue, and what is taken as a share of all revenue."""

    def of(part: pl.Expr, whole: str) -> pl.Expr:
        return pl.when(pl.col(whole) > 0).then(part.cast(pl.Float64) / pl.col(whole).cast(pl.Float64))

    after_costs = pl.col("margin").cast(pl.Float64) - pl.col("costs").cast(pl.Float64)
    taken = [of(pl.col(name), "gross").alias(f"{name}_share") for name in ("concessions", "claims", "overdue")]
    late = of(pl.col("late"), "gross").alias("overdue_days")
    known = pl.when(pl.col("margins") > 0).then(of(after_costs, "with_margin")).alias("margin_share")
    return [*taken, late, known]


def growing_concessions(bought: pl.DataFrame, rule: Growing) -> list[str]:
    """Return the customers whose share of concessions rose from order to order over their latest ones."""
    orders = bought.filter(pl.col("amount") > 0).sort("day", "line")
    share = pl.col("concessions").fill_null(0).cast(pl.Float64) / pl.col("amount")
    latest = orders.group_by("customer", maintain_order=True).agg(share=share.tail(rule.orders))
    rises = pl.col("share").list.diff().list.slice(1)
    rise = pl.col("share").list.last() - pl.col("share").list.first()
    enough = (pl.col("share").list.len() == rule.orders) & (rises.list.min() > 0) & (rise >= rule.least_rise)
    return latest.filter(enough)["customer"].to_list()
