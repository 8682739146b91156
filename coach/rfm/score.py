"""Rank customers by recency, frequency and monetary value under a preset."""

from __future__ import annotations

from datetime import date

import polars as pl

from coach.knowledge.load import Knowledge
from coach.knowledge.ranking import RfmPreset, RfmRanking
from coach.rfm.bands import Cuts, by_bands, by_quantiles
from coach.rfm.flags import growing_concessions, not_judged, with_flags
from coach.rfm.months import months_before
from coach.rfm.orders import PROBLEM_SCHEMA, SCALE, Note, Orders
from coach.rfm.pareto import concentration, pareto
from coach.rfm.purchases import by_customer, in_money, purchases
from coach.rfm.ranking import Ranking

_MOST_OUTLIERS, _MOST_GROWING = 5, 3


def score(orders: Orders, preset: str, asof: date, knowledge: Knowledge) -> Ranking:
    """Return the ranking of the customers in `orders` under `preset`. Raises KeyError on an unknown preset.

    Orders after `asof` are listed as problems. `quintile` is the R package rfm's `rfm_table_order` with five bins.
    """
    chosen, rules = knowledge.rfm_presets[preset], knowledge.rfm_ranking
    since = months_before(asof, chosen.window_months) if chosen.window_months is not None else None
    counting = chosen.refunds == "count"
    bought = purchases(orders, asof, refunds_count=counting)
    table, cuts, on_cuts = _scored(by_customer(bought, since), chosen, asof, orders)
    table = with_flags(_ranked(table, knowledge), bought, asof, knowledge.rfm_flags)
    table = table.with_columns(margin=pl.when(pl.col("margins") > 0).then(in_money("margin"))).sort(
        ["value", "monetary", "customer"], descending=[True, True, False]
    )
    if counting and bool((bought["amount"] <= 0).any()):
        on_cuts.append(Note("count_refunds"))
    pair, top = (pareto(table, rules), concentration(table, rules)) if len(table) else (None, None)
    warnings = _warnings(table, bought, orders, rules)
    if top and top.warned:
        warnings.insert(0, Note("concentration", round(top.share_percent), (top.customer, f"{top.limit_percent:g}")))
    return Ranking(
        chosen, asof, since, orders.currency, table, cuts, _prospects(orders, bought, table), pair, top,
        not_judged(orders.known), tuple(warnings), (*orders.notes, *on_cuts), _problems(orders, asof),
    )  # fmt: skip


def _scored(
    table: pl.DataFrame, preset: RfmPreset, asof: date, orders: Orders
) -> tuple[pl.DataFrame, Cuts | None, list[Note]]:
    """Add recency in days, money in units of the currency, and the three scores."""
    days = (pl.lit(asof) - pl.col("last_order")).dt.total_days()
    table = table.with_columns(monetary=in_money("monetary"), recency_days=days)
    if preset.scored == "by_quantiles":
        if table.is_empty():
            return table.with_columns(pl.lit(1, pl.Int64).alias(name) for name in "rfm"), None, []
        return *by_quantiles(table), []
    factor, notes = _factor(preset, orders)
    return *by_bands(table, preset, asof, factor), notes


def _factor(preset: RfmPreset, orders: Orders) -> tuple[float, list[Note]]:
    """Return what one unit of the preset's currency is worth in that of the orders, and what to say on it."""
    ours, theirs, rates = orders.currency, preset.currency, orders.rates
    if theirs is None or ours == theirs:
        return 1.0, []
    if ours is None:
        return 1.0, [Note("cuts_assumed", values=(theirs,))]
    factor = rates[theirs] / rates.get(ours, 1.0) if theirs in rates else 1 / rates[ours] if ours in rates else None
    if factor is None:
        return 1.0, [Note("cuts_not_converted", values=(theirs, ours))]
    return factor, [Note("cuts_converted", values=(theirs, ours, f"{factor:g}"))]


def _ranked(table: pl.DataFrame, knowledge: Knowledge) -> pl.DataFrame:
    """Add value, tier and class."""
    rules, high = knowledge.rfm_ranking, knowledge.rfm_ranking.high_above
    weights = rules.weights
    value = pl.col("r") * weights.recency + pl.col("f") * weights.frequency + pl.col("m") * weights.monetary
    tier = pl.lit(None, pl.String)
    for level in rules.tiers:
        tier = pl.when(pl.col("value") >= level.least).then(pl.lit(level.name)).otherwise(tier)
    group = pl.lit(None, pl.String)
    for key, one in knowledge.rfm_classes.items():
        fits = [(pl.col(name) > high) == wanted for name, wanted in zip("rfm", one.high.dict().values(), strict=True)]
        group = pl.when(pl.all_horizontal(fits)).then(pl.lit(key)).otherwise(group)
    return table.with_columns(value=value).with_columns(tier.alias("tier"), group.alias("class"))


def _warnings(table: pl.DataFrame, bought: pl.DataFrame, orders: Orders, rules: RfmRanking) -> list[Note]:
    """Return growing concessions and orders far above the usual, which may be slips."""
    notes = []
    if "concessions" in orders.known:
        growing = set(growing_concessions(bought, rules.growing))
        named = [name for name in table["customer"] if name in growing]
        notes += [Note("growing", len(named), tuple(named[:_MOST_GROWING]))] if named else []
    sold = bought.filter(pl.col("amount") > 0)
    median = sold["amount"].median()
    if isinstance(median, float):
        far = sold.filter(pl.col("amount") > median * rules.outlier).sort("amount", descending=True)
        for row in far.head(_MOST_OUTLIERS).iter_rows(named=True):
            notes.append(
                Note("outlier", row["line"], (row["customer"], f"{row['amount'] / SCALE:,.2f}", f"{rules.outlier:g}"))
            )
    return notes


def _prospects(orders: Orders, bought: pl.DataFrame, table: pl.DataFrame) -> tuple[tuple[str, date | None], ...]:
    """Return the customers that are not scored, with the day of their last purchase, if any."""
    names = pl.DataFrame({"customer": orders.customers}, schema={"customer": pl.String})
    unscored = names.join(table.select("customer"), on="customer", how="anti")
    last = bought.filter("counts").group_by("customer").agg(pl.col("day").max())
    found = unscored.join(last, on="customer", how="left", maintain_order="left")
    return tuple(zip(found["customer"].to_list(), found["day"].to_list(), strict=True))


def _problems(orders: Orders, asof: date) -> pl.DataFrame:
    """Return the rows that were not used, those dated after `asof` among them, in the order of their lines."""
    ahead = orders.rows.filter(pl.col("day") > asof).select(
        "line", reason=pl.lit("future"), value=pl.col("day").dt.to_string("%Y-%m-%d")
    )
    return pl.concat([orders.problems, ahead.cast(PROBLEM_SCHEMA)]).sort("line", maintain_order=True)  # type: ignore[arg-type]
