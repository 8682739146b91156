"""20/80: the smallest share of customers that brings 80%, and how much the largest one brings."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from coach.knowledge.ranking import RfmRanking

MARGIN, REVENUE = "margin", "revenue"


@dataclass(frozen=True)
class Pareto:
    """`customers` of `total` customers bring `share_percent` of what is counted: `by` margin or revenue."""

    by: str
    customers: int
    total: int
    share_percent: float

    @property
    def customers_percent(self) -> float:
        return round(100 * self.customers / self.total, 1)


@dataclass(frozen=True)
class Concentration:
    """The customer with most revenue and its share of it; `warned` when that is above the limit."""

    customer: str
    share_percent: float
    limit_percent: float
    warned: bool


def counted_by(table: pl.DataFrame, ranking: RfmRanking) -> str:
    """Return MARGIN where it is known for nearly all revenue, else REVENUE."""
    revenue, known = (
        float(table["monetary"].abs().sum()),
        float(table["with_margin"].cast(pl.Float64).abs().sum()) / 1e6,
    )
    return MARGIN if revenue and known >= ranking.known_margin_share * revenue else REVENUE


def curve(table: pl.DataFrame, by: str) -> list[float]:
    """Return the share of the whole that the first 1, 2, 3 ... customers bring, the best first; [] without profit."""
    column = "margin" if by == MARGIN else "monetary"
    values = table[column].fill_null(0.0).sort(descending=True)
    total = float(values.sum())
    return [share / total for share in values.cum_sum().to_list()] if total > 0 else []


def pareto(table: pl.DataFrame, ranking: RfmRanking) -> Pareto | None:
    """Return the real pair; None where nothing was earned."""
    by = counted_by(table, ranking)
    shares = curve(table, by)
    if not shares:
        return None
    enough = ranking.pareto_share - 1e-9  # sums of floats
    count = next(i for i, share in enumerate(shares, 1) if share >= enough)
    return Pareto(by, count, len(shares), round(100 * shares[count - 1], 1))


def concentration(table: pl.DataFrame, ranking: RfmRanking) -> Concentration | None:
    """Return how much of the revenue the largest customer brings; None without revenue."""
    total = float(table["monetary"].sum())
    if total <= 0:
        return None
    top = table.sort("monetary", descending=True, maintain_order=True).row(0, named=True)
    share = top["monetary"] / total
    return Concentration(
        top["customer"], round(100 * share, 1), round(100 * ranking.concentration, 1), share > ranking.concentration
    )
