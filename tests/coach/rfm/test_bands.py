"""Quantiles and bands: the same rows as the R package rfm, whose steps are written out here once more."""

from __future__ import annotations

import math
import random
from datetime import date

import polars as pl
import pytest

from coach.rfm.bands import boundaries, by_quantiles, in_quantile
from coach.rfm.months import months_before

# from the documentation of the R package: its thresholds for rfm_data_orders, and the first customers
RECENCY, FREQUENCY, MONETARY = (115, 181, 297, 482), (4, 5, 6, 8), (256, 382, 506, 666)
PUBLISHED = [
    (205, 6, 472, 343), (140, 3, 340, 412), (194, 4, 405, 323), (132, 5, 448, 433), (90, 9, 843, 555),
    (84, 9, 763, 555), (281, 8, 699, 355), (246, 4, 157, 321), (349, 3, 363, 212), (619, 4, 196, 121),
]  # fmt: skip


@pytest.mark.parametrize(("days", "count", "amount", "score"), PUBLISHED)
def test_rows_that_r_publishes(days: int, count: int, amount: int, score: int) -> None:
    row = pl.DataFrame({"d": [days], "c": [count], "a": [amount]}).select(
        r=in_quantile("d", RECENCY, reverse=True), f=in_quantile("c", FREQUENCY), m=in_quantile("a", MONETARY)
    )
    assert row.row(0) == tuple(map(int, str(score)))


def r_scores(values: list[float], *, reverse: bool = False) -> list[int | None]:
    """The loops of rfm_table_order, with R's quantile of type 7."""
    probabilities = [0 + i * ((1 - 0) / 5) for i in range(6)]
    ordered, quantiles = sorted(values), []
    for p in probabilities[1:-1]:
        index = 1 + max(len(values) - 1, 0) * p
        low, high = math.floor(index), math.ceil(index)
        q = ordered[low - 1]
        if index > low and ordered[high - 1] != q:
            h = index - low
            q = (1 - h) * q + h * ordered[high - 1]
        quantiles.append(q + 1)
    lower, upper = [min(values), *quantiles], [*quantiles, max(values) + 1]
    scores: list[int | None] = [None] * len(values)
    for i in range(5):
        for j, value in enumerate(values):
            if lower[i] <= value < upper[i]:
                scores[j] = 5 - i if reverse else i + 1
    return scores


def draws() -> list[tuple[str, list[float]]]:
    rng = random.Random(7)
    found = [
        (f"{n} of {most}", [float(rng.randint(1, most)) for _ in range(n)])
        for n in (1, 2, 3, 5, 6, 10, 11, 16, 21, 26, 31, 99, 1000)
        for most in (1, 2, 6, 40, 1000)
    ]
    return found + [(f"{n} with cents", [round(rng.lognormvariate(6, 1), 2) for _ in range(n)]) for n in (7, 11, 500)]


@pytest.mark.parametrize(("_name", "values"), draws(), ids=lambda value: value if isinstance(value, str) else "")
def test_scores_are_those_of_r(_name: str, values: list[float]) -> None:
    table = pl.DataFrame({"recency_days": values, "frequency": values, "monetary": values})
    scored, _ = by_quantiles(table)
    assert scored["r"].to_list() == r_scores(values, reverse=True)
    assert scored["f"].to_list() == scored["m"].to_list() == r_scores(values)


@pytest.mark.parametrize(
    ("values", "inner"),
    [
        ([1, 2, 3, 4, 5, 6], (3, 4, 5, 6)),
        ([7], (8, 8, 8, 8)),
        ([10, 20], (13, 15, 17, 19)),
        ([1, 1, 1, 1, 9], (2, 2, 2, 3.6)),
    ],
)
def test_boundaries(values: list[float], inner: tuple[float, ...]) -> None:
    assert boundaries(values) == pytest.approx(inner)


def test_no_values() -> None:
    with pytest.raises(ValueError):
        boundaries([])


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2024, 3, 31), 1, date(2024, 2, 29)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2026, 6, 30), 24, date(2024, 6, 30)),
        (date(2026, 6, 30), 100_000, date.min),
    ],
)
def test_months_before(day: date, months: int, before: date) -> None:
    assert months_before(day, months) == before
