"""Files of every kind: encodings, separators, workbooks, wrong rows with line and reason, and what is said on it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from coach.rfm.orders import SCALE, Orders, UnreadableError
from coach.rfm.read_orders import Asked, read
from tests.coach.rfm.orders import ASOF, kinds, knowledge, read_text
from tests.coach.rfm.workbook import Serial, write_workbook

CHINESE = "客户,日期,金额\n甲公司,2026-01-02,1234.5\n乙公司,2026-01-03,10\n"
WESTERN = "customer;date;amount\nMüller;04.03.2026;1.234,50\n"


def amounts(orders: Orders) -> list[float]:
    return [amount / SCALE for amount in orders.rows["amount"]]


def problems(orders: Orders) -> list[tuple[int, str]]:
    return list(orders.problems.select("line", "reason").iter_rows())


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (CHINESE.encode("utf-8"), "UTF-8"),
        (CHINESE.encode("utf-8-sig"), "UTF-8"),
        (CHINESE.encode("gbk"), "GBK"),
        (CHINESE.encode("utf-16"), "UTF-16"),
        (CHINESE.replace("\n", "\r\n").encode("gbk"), "GBK"),
        (CHINESE.replace("\n", "\r").encode(), "UTF-8"),
    ],
)
def test_encodings(tmp_path: Path, data: bytes, encoding: str) -> None:
    orders = read_text(tmp_path, data)
    assert (orders.customers, amounts(orders)) == (("甲公司", "乙公司"), [1234.5, 10.0])
    assert orders.notes[0].values == (encoding,)


def test_western_text_is_not_taken_for_chinese(tmp_path: Path) -> None:
    orders = read_text(tmp_path, WESTERN.encode("cp1252"))
    assert (orders.customers, amounts(orders)) == (("Müller",), [1234.5])
    assert orders.rows["day"][0] == date(2026, 3, 4)
    assert {"file_semicolon", "decimal_comma"} <= set(kinds(orders))


@pytest.mark.parametrize(("mark", "kind"), [(",", "comma"), (";", "semicolon"), ("\t", "tab"), ("|", "bar")])
def test_separators(tmp_path: Path, mark: str, kind: str) -> None:
    orders = read_text(tmp_path, CHINESE.replace(",", mark))
    assert amounts(orders) == [1234.5, 10.0]
    assert f"file_{kind}" in kinds(orders)


WRONG = [
    ("甲,2026-01-02,10,20", "cells"),
    ("合计,,100", "total_row"),
    ("Total:,2026-01-02,100", "total_row"),
    (",2026-01-02,10", "customer"),
    ("甲,,10", "no_date"),
    ("甲,2026-02-30,10", "date"),
    ("甲,1899-01-01,10", "old_date"),
    ("甲,2026-01-02,", "no_amount"),
    ("甲,2026-01-02,ten", "amount"),
    ("甲,2026-01-02,1e15", "absurd"),
    ("甲,2026-01-02,-200000000000", "absurd"),
    ("好,2026-01-01,5", "duplicate"),
]


@pytest.mark.parametrize(("row", "reason"), WRONG)
def test_wrong_row_is_listed_and_the_rest_is_used(tmp_path: Path, row: str, reason: str) -> None:
    orders = read_text(tmp_path, f"客户,日期,金额\n好,2026-01-01,5\n\n{row}\n好,2026-01-04,7\n")
    assert problems(orders) == [(4, reason)]
    assert amounts(orders) == [5.0, 7.0]


def test_all_wrong_rows_at_once(tmp_path: Path) -> None:
    rows = "\n".join(row for row, _ in WRONG)
    orders = read_text(tmp_path, f"报表,,\n客户,日期,金额\n好,2026-01-01,5\n{rows}\n")
    assert problems(orders) == [(line, reason) for line, (_, reason) in enumerate(WRONG, 4)]


def test_lines_are_counted_through_cells_of_several_lines(tmp_path: Path) -> None:
    orders = read_text(tmp_path, '客户,日期,金额,备注\n甲,2026-01-02,1,"a\nb\nc"\n乙,x,1,\n"丙 ""丙""",2026-01-02,3,\n')
    assert problems(orders) == [(5, "date")]
    assert orders.customers == ("甲", '丙 "丙"')


def test_a_broken_quote_costs_its_own_line_only(tmp_path: Path) -> None:
    orders = read_text(tmp_path, 'customer,date,amount\n"Acme,2026-01-02,1\n"B" co,2026-01-02,2\n"C",2026-01-03,3\n')
    assert amounts(orders) == [1.0, 2.0, 3.0]
    assert orders.customers[0] == '"Acme'


def test_accounts_without_orders_are_no_fault(tmp_path: Path) -> None:
    orders = read_text(tmp_path, "客户,日期,金额\n甲,2026-01-02,1\n乙,,\n")
    assert (orders.customers, problems(orders)) == (("甲", "乙"), [])


def test_names_that_differ_in_case_or_width_are_one_customer(tmp_path: Path) -> None:
    text = "客户,日期,金额\nAcme,2026-01-02,1\nACME,2026-01-03,1\n ＡＣＭＥ ,2026-01-04,1\nAcme,2026-01-05,1\nAcme  Ltd,2026-01-05,1\n"
    orders = read_text(tmp_path, text)
    assert orders.rows["customer"].to_list() == ["Acme"] * 4 + ["Acme Ltd"]
    assert [(note.count, note.values) for note in orders.notes if note.kind == "names"] == [
        (1, ("ACME = Acme = ＡＣＭＥ",))
    ]


def test_duplicates_can_be_kept(tmp_path: Path) -> None:
    text = "客户,日期,金额,品名\n甲,2026-01-02,1,灯\n甲,2026-01-02,1,灯\n甲,2026-01-02,1,线\n"
    assert len(read_text(tmp_path, text).rows) == 2
    kept = read_text(tmp_path, text, Asked(keep_duplicates=True))
    assert (len(kept.rows), problems(kept)) == (3, [])


@pytest.mark.parametrize(
    ("rates", "currency", "usual", "gives", "used", "left"),
    [
        ({}, None, "CNY", "CNY", [100.0, 200.0], ["EUR", "XYZ", "USD"]),
        ({}, "USD", "CNY", "USD", [5.0], ["CNY", "CNY", "EUR", "XYZ"]),
        ({"EUR": 7.8}, None, "CNY", "CNY", [100.0, 200.0, 78.0], ["XYZ", "USD"]),
        ({"EUR": 7.8, "USD": 7.2, "CNY": 1, "XYZ": 2}, None, "CNY", "CNY", [100.0, 200.0, 78.0, 6.0, 36.0], []),
        ({"EUR": 7.8, "USD": 7.5, "CNY": 1, "XYZ": 2}, None, "USD", "USD", [13.333333, 26.666667, 10.4, 0.8, 5.0], []),
    ],
)
def test_currencies_are_never_added_up_silently(
    tmp_path: Path,
    rates: dict[str, float],
    currency: str | None,
    usual: str,
    gives: str,
    used: list[float],
    left: list[str],
) -> None:
    text = "客户,日期,金额,币种\n甲,2026-01-01,100,CNY\n甲,2026-01-02,200,人民币\n甲,2026-01-03,10,eur\n甲,2026-01-04,3,XYZ\n甲,2026-01-05,5,$\n"
    orders = read_text(tmp_path, text, Asked(rates=rates, currency=currency, usual=usual))
    assert (orders.currency, amounts(orders)) == (gives, used)
    assert orders.problems["value"].to_list() == left
    noted = {note.values[0] for note in orders.notes if note.kind in ("left_out", "converted", "currency")}
    assert noted == {"CNY", "EUR", "XYZ", "USD"}


def test_currency_of_cells_and_headings(tmp_path: Path) -> None:
    text = "客户,日期,金额（USD）,币种\n甲,2026-01-01,100,\n甲,2026-01-02,€200,\n甲,2026-01-03,1,金币\n"
    orders = read_text(tmp_path, text, Asked(rates={"EUR": 1.1}))
    assert (orders.currency, amounts(orders), problems(orders)) == ("USD", [100.0, 220.0], [(4, "currency")])


def test_rows_without_a_currency_are_said(tmp_path: Path) -> None:
    orders = read_text(tmp_path, "客户,日期,金额\n甲,2026-01-01,100\n甲,2026-01-02,USD 200\n")
    assert (orders.currency, amounts(orders)) == ("USD", [100.0, 200.0])
    assert "unstated" in kinds(orders)


def test_no_currency_at_all(tmp_path: Path) -> None:
    orders = read_text(tmp_path, CHINESE)
    assert orders.currency is None
    assert "no_currency" in kinds(orders)


@pytest.mark.parametrize(
    ("head", "cells", "margin"),
    [
        ("毛利", ["10", "20"], [10.0, 20.0]),
        ("毛利率", ["25%", "10%"], [25.0, 20.0]),
        ("毛利率", ["25", "10"], [25.0, 20.0]),
        ("毛利率", ["0.25", "0.1"], [25.0, 20.0]),
    ],
)
def test_margins(tmp_path: Path, head: str, cells: list[str], margin: list[float]) -> None:
    orders = read_text(tmp_path, f"客户,日期,金额,{head}\n甲,2026-01-01,100,{cells[0]}\n甲,2026-01-02,200,{cells[1]}\n")
    assert [value / SCALE for value in orders.rows["margin"]] == margin


def test_cells_of_other_columns_that_are_no_numbers_are_said(tmp_path: Path) -> None:
    orders = read_text(tmp_path, "客户,日期,金额,毛利\n甲,2026-01-01,100,?\n甲,2026-01-02,200,5\n")
    assert orders.rows["margin"].to_list() == [None, 5 * SCALE]
    assert [(note.count, note.values) for note in orders.notes if note.kind == "bad_cells"] == [(1, ("margin",))]


def test_units_refunds_zero_and_mixed_decimals_are_said(tmp_path: Path) -> None:
    text = '客户,日期,金额（万元）\n甲,2026-01-01,"1,5"\n甲,2026-01-02,-0.25\n甲,2026-01-03,0\n'
    orders = read_text(tmp_path, text)
    assert amounts(orders) == [15000.0, -2500.0, 0.0]
    assert {"unit", "refunds", "zero", "mixed_decimals"} <= set(kinds(orders))


def test_own_headings(tmp_path: Path) -> None:
    text = "wer,wann,wieviel\nA,2026-01-01,5\n"
    columns = {"customer": "Wer", "day": "wann", "amount": "wieviel"}
    assert amounts(read_text(tmp_path, text, Asked(columns=columns))) == [5.0]


@pytest.mark.parametrize(
    ("data", "columns", "reason", "values"),
    [
        (b"", {}, "empty", ()),
        (b" \n\n", {}, "empty", ()),
        (b"\x00\x01\x02", {}, "binary", ()),
        (b"\xff\xfe\x00", {}, "binary", ()),
        (b"a,b\xff\xff\x81\x00", {}, "binary", ()),
        (b"a\xff\xff\xff,b\n", {}, "binary", ()),
        (b"PK\x03\x04 no zip", {}, "workbook", None),
        (b"customer,when,amount\n", {}, "headings", ("day", "customer, when, amount")),
        (b"customer,date,amount\n", {"amount": "Umsatz"}, "given", ("amount=Umsatz", "customer, date, amount")),
    ],
)
def test_what_cannot_be_read(
    tmp_path: Path, data: bytes, columns: dict[str, str], reason: str, values: tuple[str, ...] | None
) -> None:
    with pytest.raises(UnreadableError) as error:
        read_text(tmp_path, data, Asked(columns=columns))
    assert error.value.reason == reason
    assert values is None or error.value.values == values


def test_workbook(tmp_path: Path) -> None:
    path = tmp_path / "orders.xlsx"
    rows = [
        [], ["2026 orders"], ["客户", "日期", "金额"], ["甲", Serial(46085), 1234.5], ["乙", "2026-01-02", "1,234.50"], [],
        ["丙", Serial(46085.5), -20], ["丁", 46085, "x"],
    ]  # fmt: skip
    write_workbook(path, [("说明", [["read me"]]), ("空", []), ("订单", rows)])
    orders = read(path, knowledge().order_reading, ASOF)
    assert amounts(orders) == [1234.5, 1234.5, -20.0]
    assert orders.rows["day"].to_list() == [date(2026, 3, 4), date(2026, 1, 2), date(2026, 3, 4)]
    assert problems(orders) == [(8, "amount")]
    assert orders.notes[0].values == ("订单",)


def test_empty_workbook(tmp_path: Path) -> None:
    path = tmp_path / "orders.xlsx"
    write_workbook(path, [("空", [])])
    with pytest.raises(UnreadableError, match="empty"):
        read(path, knowledge().order_reading, ASOF)
