"""The ranking: the article's example, windows, refunds, order numbers, future rows, warnings, currencies of cut-offs."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from coach.rfm.orders import Orders
from coach.rfm.score import score
from tests.coach.rfm.orders import ASOF, customer, kinds, knowledge, ranked, read_text, table_of

ARTICLE = [("A", f"2026-0{month}-10", 5000) for month in (3, 4, 5, 6)]


def test_the_articles_example(tmp_path: Path) -> None:
    row = customer(ranked(tmp_path, table_of(ARTICLE)), "A")
    assert [row[name] for name in ("r", "f", "m", "value", "tier")] == [5, 4, 4, 84, "VVVVVIP"]


@pytest.mark.parametrize(
    ("preset", "frequency", "monetary", "last"),
    [("seed", 1, 70.0, date(2026, 6, 1)), ("b2b", 1, 70.0, date(2026, 6, 1)), ("quintile", 3, 70.0, date(2026, 6, 20))],
)
def test_refunds_and_zero_rows_are_no_orders_but_for_r(
    tmp_path: Path, preset: str, frequency: int, monetary: float, last: date
) -> None:
    rows = [("A", "2026-06-01", 100), ("A", "2026-06-10", -30), ("A", "2026-06-20", 0)]
    ranking = ranked(tmp_path, table_of(rows), preset)
    row = customer(ranking, "A")
    assert (row["frequency"], row["monetary"], row["last_order"]) == (frequency, monetary, last)
    assert ("count_refunds" in kinds(ranking)) == (preset == "quintile")


def test_rows_of_one_order_number_are_one_order(tmp_path: Path) -> None:
    rows = [
        ("A", "2026-05-01", 100, "PO1"), ("A", "2026-05-01", 50, "PO1"), ("A", "2026-06-01", -150, "PO1"),
        ("A", "2026-04-01", 10, "PO2"), ("A", "2026-04-02", 20, "PO2"), ("A", "2026-04-03", 5, ""), ("B", "2026-04-01", 1, "PO2"),
    ]  # fmt: skip
    ranking = ranked(tmp_path, table_of(rows, "customer,date,amount,order no"))
    row = customer(ranking, "A")
    assert (row["frequency"], row["monetary"], row["last_order"]) == (2, 35.0, date(2026, 4, 3))
    assert customer(ranking, "B")["frequency"] == 1


def test_prospects_are_not_scored(tmp_path: Path) -> None:
    rows = [("A", "2026-05-01", 1), ("Old", "2024-06-29", 1), ("Back", "2026-05-01", -1), ("Never", "", "")]
    ranking = ranked(tmp_path, table_of(rows), "b2b")
    assert ranking.table["customer"].to_list() == ["A"]
    assert ranking.prospects == (("Old", date(2024, 6, 29)), ("Back", None), ("Never", None))


def test_orders_after_the_day_are_listed_and_not_used(tmp_path: Path) -> None:
    ranking = ranked(tmp_path, table_of([("A", "2026-07-01", 9), ("A", "x", 1), ("A", "2026-06-30", 5)]))
    assert list(ranking.problems.iter_rows()) == [(2, "future", "2026-07-01"), (3, "date", "x")]
    assert customer(ranking, "A")["monetary"] == 5.0


def test_customers_are_sorted_by_value_then_money(tmp_path: Path) -> None:
    rows = [("A", "2026-06-01", 10), ("B", "2026-06-01", 30), ("C", "2026-06-01", 30), ("D", "2026-06-01", 60000)]
    assert ranked(tmp_path, table_of(rows)).table["customer"].to_list() == ["D", "B", "C", "A"]


@pytest.mark.parametrize("preset", ["seed", "b2b", "quintile"])
def test_nobody_to_score(tmp_path: Path, preset: str) -> None:
    ranking = ranked(tmp_path, table_of([("A", "2027-01-01", 5)]), preset)
    assert (len(ranking.table), ranking.pareto, ranking.concentration) == (0, None, None)


def test_unknown_preset() -> None:
    with pytest.raises(KeyError):
        score(Orders(rows=None, customers=()), "best", ASOF, knowledge())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("amount", "asked", "m", "note"),
    [
        ("USD 3000", {}, 1, "cuts_not_converted"),
        ("USD 3000", {"rates": {"USD": 7.0}, "usual": "CNY"}, 4, "currency"),
        ("USD 3000", {"rates": {"USD": 7.0}, "currency": "USD"}, 4, "cuts_converted"),
        ("3000", {}, 1, "cuts_assumed"),
        ("CNY 20000", {}, 4, "currency"),
    ],
)
def test_cut_offs_in_another_currency(tmp_path: Path, amount: str, asked: dict[str, Any], m: int, note: str) -> None:
    ranking = ranked(tmp_path, table_of([("A", "2026-06-01", amount)]), **asked)
    assert customer(ranking, "A")["m"] == m
    assert note in kinds(ranking)


def test_cut_offs_are_converted_at_the_rate_of_their_own_currency(tmp_path: Path) -> None:
    rows = [("A", "2026-06-01", "CNY 1050000")]
    assert customer(ranked(tmp_path, table_of(rows), "b2b", rates={"USD": 7.0}), "A")["m"] == 4


def test_sums_do_not_overflow(tmp_path: Path) -> None:
    rows = [("A", f"2026-06-{day:02}", 99_999_999_999.99) for day in range(1, 30)] * 5
    row = customer(ranked(tmp_path, table_of(rows), keep_duplicates=True), "A")
    assert row["monetary"] == pytest.approx(145 * 99_999_999_999.99)


def test_concentration_growing_concessions_and_outliers_are_warned_of(tmp_path: Path) -> None:
    rows: list[tuple[object, ...]] = [("Small", f"2026-05-{day:02}", 10, 0) for day in range(1, 29)]
    rows += [("Big", "2026-03-01", 100, 1), ("Big", "2026-04-01", 100, 3), ("Big", "2026-05-01", 100, 5)]
    rows += [("Slip", "2026-05-01", 10001, 0), ("Flat", "2026-03-01", 10, 1), ("Flat", "2026-04-01", 10, 1)]
    ranking = ranked(tmp_path, table_of(rows, "customer,date,amount,concessions"))
    found = {note.kind: (note.count, note.values) for note in ranking.warnings}
    assert found["concentration"][1] == ("Slip", "30")
    assert found["growing"] == (1, ("Big",))
    assert found["outlier"] == (33, ("Slip", "10,001.00", "1000"))


@pytest.mark.parametrize("shares", [[1, 3], [3, 3, 5], [5, 4, 6], [1, 1.2, 1.4], [9, 1, 3, 2]])
def test_concessions_that_do_not_keep_growing(tmp_path: Path, shares: list[float]) -> None:
    rows = [("A", f"2026-0{i}-01", 100, share) for i, share in enumerate(shares, 1)]
    ranking = ranked(tmp_path, table_of(rows, "customer,date,amount,concessions"))
    assert "growing" not in [note.kind for note in ranking.warnings]


@pytest.mark.parametrize(
    ("head", "flags"),
    [
        ("", ("low_margin", "squeezer")),
        (",margin", ("squeezer",)),
        (",margin,claims", ()),
        (",overdue days", ("low_margin",)),
    ],
)
def test_flags_that_cannot_be_judged_are_named(tmp_path: Path, head: str, flags: tuple[str, ...]) -> None:
    row = ("A", "2026-06-01", 5, *[1] * head.count(","))
    assert ranked(tmp_path, table_of([row], "customer,date,amount" + head)).not_judged == flags


def test_an_order_is_the_same_in_any_order_of_rows(tmp_path: Path) -> None:
    rows = [(f"C{i % 7}", f"2026-0{i % 6 + 1}-{i % 28 + 1:02}", i * 37.13) for i in range(1, 200)]
    one, other = (ranked(tmp_path, table_of(some), "quintile") for some in (rows, rows[::-1]))
    assert one.table.equals(other.table)


def test_read_twice_is_the_same(tmp_path: Path) -> None:
    text = table_of(ARTICLE)
    assert read_text(tmp_path, text).rows.equals(read_text(tmp_path, text).rows)
