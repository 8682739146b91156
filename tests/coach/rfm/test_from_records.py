"""The orders of the account book."""

from __future__ import annotations

from coach.accounts.records import Order
from coach.rfm.from_records import from_records
from coach.rfm.page import rfm_page
from coach.rfm.score import score
from tests.coach.rfm.orders import ASOF, customer, kinds, knowledge, tools

ACCOUNTS = {"a1": "Acme", "a2": "甲公司", "a3": "Nobody yet"}
ORDERS = [
    Order("2026-06-01", "20000.00", "CNY", "3000", "PO1", account="a1"),
    Order("2026-06-01", "5.5", "CNY", account="a2"),
    Order("2026-06-01", "5.5", "CNY", account="a2"),
    Order("someday", "7", "CNY", account="a2"),
]


def test_orders_and_accounts_without_orders() -> None:
    orders = from_records(ACCOUNTS, ORDERS, knowledge().order_reading, ASOF)
    ranking = score(orders, "seed", ASOF, knowledge())
    assert (customer(ranking, "Acme")["m"], customer(ranking, "甲公司")["frequency"]) == (4, 2)
    assert ranking.prospects == (("Nobody yet", None),)
    assert list(ranking.problems.iter_rows()) == [(4, "date", "someday")]
    assert kinds(ranking)[0] == "book"
    assert "columns" not in kinds(ranking)
    assert "account book" in rfm_page(ranking, "en", tools())


def test_without_orders() -> None:
    orders = from_records({"a": "Acme"}, [], knowledge().order_reading, ASOF)
    ranking = score(orders, "quintile", ASOF, knowledge())
    assert (len(ranking.table), ranking.prospects) == (0, (("Acme", None),))


def test_margins_count_only_when_some_are_known() -> None:
    orders = from_records(ACCOUNTS, ORDERS[1:3], knowledge().order_reading, ASOF)
    assert orders.known == {"currency"}
