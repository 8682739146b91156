"""Scores 1 to 5: by the bands of a preset, or by quantiles as the R package `rfm` defines them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from coach.knowledge.ranking import Band, RfmPreset
from coach.rfm.months import months_before

BINS = 5
COLUMNS = ("recency_days", "frequency", "monetary")


Limits = tuple[tuple[int, float | None], ...]  # score and limit, the best first
Boundaries = tuple[float, ...]


@dataclass(frozen=True)
class Cuts:
    """The limits that were applied. For bands: (score, limit), the best first, the lowest without a limit.

    For quantiles: the four inner boundaries of each scale, rising.
    """

    recency: Limits | Boundaries
    frequency: Limits | Boundaries
    monetary: Limits | Boundaries


def boundaries(values: Sequence[float], bins: int = BINS) -> tuple[float, ...]:
    """Return the inner boundaries of `rfm_table_order`: the quantiles of type 7 between the ends, plus 1.

    The steps are those of R's `seq` and `quantile`, so that rounding is the same too. Raises ValueError without values.
    """
    if not values:
        raise ValueError("there are no values")
    ordered, inner = sorted(values), []
    for k in range(1, bins):
        index = 1 + (len(ordered) - 1) * (k * (1 / bins))
        low = math.floor(index)
        here, above = ordered[low - 1], ordered[min(math.ceil(index), len(ordered)) - 1]
        part = index - low
        inner.append(((1 - part) * here + part * above if index > low and above != here else here) + 1)
    return tuple(inner)


def in_quantile(column: str, inner: Sequence[float], *, reverse: bool = False) -> pl.Expr:
    """Return the score: one more than the boundaries that the value reaches; the reverse for recency."""
    reached = pl.sum_horizontal((pl.col(column) >= limit).cast(pl.Int64) for limit in inner)
    return (len(inner) + 1 - reached) if reverse else (reached + 1)


def by_quantiles(table: pl.DataFrame) -> tuple[pl.DataFrame, Cuts]:
    """Add r, f and m to a table with recency_days, frequency and monetary."""
    recency, frequency, monetary = (boundaries(table[name].cast(pl.Float64).to_list()) for name in COLUMNS)
    scored = table.with_columns(
        r=in_quantile("recency_days", recency, reverse=True),
        f=in_quantile("frequency", frequency),
        m=in_quantile("monetary", monetary),
    )
    return scored, Cuts(recency, frequency, monetary)


def by_bands(table: pl.DataFrame, preset: RfmPreset, asof: date, factor: float) -> tuple[pl.DataFrame, Cuts]:
    """Add r, f and m by the bands of `preset`; monetary limits are multiplied by `factor`, a rate of exchange."""
    money = [
        band.copy(update={"at_least": band.at_least * factor}) if band.at_least else band for band in preset.monetary
    ]
    months = [
        (band.score, months_before(asof, band.at_most) if band.at_most is not None else None) for band in preset.recency
    ]
    orders, amounts = _limits(preset.frequency), _limits(money)
    scored = table.with_columns(
        r=_first_reached("last_order", months),
        f=_first_reached("frequency", orders),
        m=_first_reached("monetary", amounts),
    )
    return scored, Cuts(tuple((band.score, band.at_most) for band in preset.recency), orders, amounts)


def _limits(bands: Sequence[Band]) -> Limits:
    return tuple((band.score, band.at_least) for band in bands)


def _first_reached(column: str, limits: Sequence[tuple[int, date | float | None]]) -> pl.Expr:
    """Return the score of the best limit that is reached, else 1."""
    score = pl.lit(1, pl.Int64)
    for points, limit in reversed(limits):
        if limit is not None:
            score = pl.when(pl.col(column) >= pl.lit(limit)).then(pl.lit(points)).otherwise(score)
    return score.cast(pl.Int64)
