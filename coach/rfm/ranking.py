"""What a ranking holds: each customer with scores, value, tier, class and flags, and what there is to say on all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import polars as pl

from coach.knowledge.ranking import RfmPreset
from coach.rfm.bands import Cuts
from coach.rfm.orders import Note
from coach.rfm.pareto import Concentration, Pareto


@dataclass(frozen=True)
class Ranking:
    """Customers ranked as of a day.

    `table` has a row for each scored customer, by value and then by money: customer, last_order, recency_days,
    frequency, monetary, margin, r, f, m, value, tier, class, flags, and the shares behind the flags. `prospects` are
    customers without an order in the window, with the day of their last one. `warnings` and `notes` name sentences;
    `problems` are rows that were not used. `since` begins the window, None for all; `currency` is None when unknown.
    """

    preset: RfmPreset
    asof: date
    since: date | None
    currency: str | None
    table: pl.DataFrame
    cuts: Cuts | None
    prospects: tuple[tuple[str, date | None], ...]
    pareto: Pareto | None
    concentration: Concentration | None
    not_judged: tuple[str, ...]
    warnings: tuple[Note, ...]
    notes: tuple[Note, ...]
    problems: pl.DataFrame
