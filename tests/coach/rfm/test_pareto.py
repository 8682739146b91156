"""The real 20/80 pair and the share of the largest customer."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.coach.rfm.orders import ranked, table_of


@pytest.mark.parametrize(
    ("amounts", "customers", "percent", "share"),
    [
        ([80, 5, 5, 5, 5], 1, 20.0, 80.0),
        ([79, 6, 5, 5, 5], 2, 40.0, 85.0),
        ([25, 25, 25, 25], 4, 100.0, 100.0),
        ([10] * 10, 8, 80.0, 80.0),
        ([0.1] * 10, 8, 80.0, 80.0),
        ([100], 1, 100.0, 100.0),
        ([100, 100, -50], 2, 100.0, 100.0),
    ],
)
def test_pair(tmp_path: Path, amounts: list[float], customers: int, percent: float, share: float) -> None:
    pair = ranked(tmp_path, table_of([(f"C{i}", "2026-06-01", amount) for i, amount in enumerate(amounts)])).pareto
    assert pair is not None
    assert (pair.customers, pair.customers_percent, pair.share_percent, pair.by) == (
        customers,
        percent,
        share,
        "revenue",
    )


@pytest.mark.parametrize(
    ("margins", "by", "customers"),
    [((1, 1, 98), "margin", 1), ((1, "", 98), "revenue", 2), ((1, 1, ""), "margin", 2), ((-5, -5, 1), "margin", None)],
)
def test_by_profit_where_margins_are_known(
    tmp_path: Path, margins: tuple[object, ...], by: str, customers: int | None
) -> None:
    rows = [
        (name, "2026-06-01", amount, margin)
        for name, amount, margin in zip("ABC", (500, 480, 20), margins, strict=True)
    ]
    pair = ranked(tmp_path, table_of(rows, "customer,date,amount,margin")).pareto
    assert (pair and (pair.by, pair.customers)) == ((by, customers) if customers else None)


@pytest.mark.parametrize(("amounts", "share", "warned"), [([30, 35, 35], 35.0, True), ([30, 30, 30, 10], 30.0, False)])
def test_concentration(tmp_path: Path, amounts: list[int], share: float, warned: bool) -> None:
    top = ranked(
        tmp_path, table_of([(f"C{i}", "2026-06-01", amount) for i, amount in enumerate(amounts)])
    ).concentration
    assert top is not None
    assert (top.share_percent, top.warned) == (share, warned)


def test_only_refunds_bring_no_share(tmp_path: Path) -> None:
    ranking = ranked(tmp_path, table_of([("A", "2026-06-01", 5), ("A", "2026-06-02", -9)]))
    assert (ranking.pareto, ranking.concentration) == (None, None)
