"""The shapes of `knowledge/rfm/`: how a table of orders is read and how the customers in it are ranked."""

from __future__ import annotations

from typing import Literal

from coach.knowledge.schema import Filled, Identifier, Shape, Text, Word

Scale = Literal["recency", "frequency", "monetary"]
SCALES: tuple[Scale, ...] = ("recency", "frequency", "monetary")
FLAG_LIMITS = {
    "one_off": ("largest_share", "months", "single_order_score"),
    "low_margin": ("floor",),
    "squeezer": ("concessions_share", "claims_share", "overdue_share", "overdue_days"),
}


class Band(Shape):
    """A score 1 to 5 and its limit: `at_most` calendar months since the last order, or `at_least` orders or money."""

    score: int
    at_most: int | None = None
    at_least: float | None = None


class RfmPreset(Shape):
    """A way to score. `by_bands` has the three lists of bands, the best first; `by_quantiles` takes them from the data.

    `currency` is that of the monetary bands; `window_months` bounds the orders that count, None for all;
    `refunds` either reduce the amount only, or also count as rows, as in the R package `rfm`.
    """

    id: Identifier
    order: int
    name: Text
    about: Text
    scored: Literal["by_bands", "by_quantiles"]
    currency: Word | None
    window_months: int | None
    refunds: Literal["reduce", "count"]
    recency: list[Band] = []
    frequency: list[Band] = []
    monetary: list[Band] = []


class HighScales(Shape):
    """Which of the three scores are high."""

    recency: bool
    frequency: bool
    monetary: bool


class RfmClass(Shape):
    """One of the eight classes and what to do for its customers."""

    id: Identifier
    order: int
    high: HighScales
    name: Text
    advice: Text


class RfmFlag(Shape):
    """A kind of false big account, the limits that tell it, and what to do; `FLAG_LIMITS` names the limits."""

    id: Literal["one_off", "low_margin", "squeezer"]
    order: int
    name: Text
    advice: Text
    limits: dict[Identifier, float]


class Weights(Shape):
    """What a point of each score is worth."""

    recency: int
    frequency: int
    monetary: int


class Tier(Shape):
    """A level of customers by value; both ends belong to it."""

    name: Word
    least: int
    most: int


class Growing(Shape):
    """When concessions keep growing: over so many orders, and by at least this share of the order."""

    orders: int
    least_rise: float


class RfmRanking(Shape):
    """How customers are ranked under every preset; shares are 0 to 1."""

    weights: Weights
    high_above: int
    tiers: Filled[Tier]
    pareto_share: float
    known_margin_share: float
    concentration: float
    growing: Growing
    outlier: float
    balance: Text


class OrderColumns(Shape):
    """Headings of each column, in any language, the preferred ones first."""

    customer: Filled[Word]
    day: Filled[Word]
    amount: Filled[Word]
    margin: Filled[Word]
    margin_rate: Filled[Word]
    currency: Filled[Word]
    number: Filled[Word]
    concessions: Filled[Word]
    claims: Filled[Word]
    freight: Filled[Word]
    credit: Filled[Word]
    overdue: Filled[Word]
    overdue_days: Filled[Word]


class OrderReading(Shape):
    """How a table of orders is read.

    `totals` are names of rows that add others up; `currencies` are spellings by code; `units` multiply a number;
    `months` are the names of the twelve months; `largest` bounds amounts of either sign.
    """

    columns: OrderColumns
    totals: Filled[Word]
    currencies: dict[Word, Filled[Word]]
    units: dict[Word, int]
    months: Filled[Filled[Word]]
    unclear_dates: Literal["day_first", "month_first"]
    earliest_year: int
    largest: float
