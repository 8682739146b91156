"""Files in the encodings, separators, dates and amounts that people and CRMs write."""

from __future__ import annotations

import pytest

from coach.crm import amounts, days, person
from coach.crm.read_csv import Row, UnreadableError, decoded, rows_of, separator_of
from coach.text.formula import neutralised, restored
from tests.coach.crm.conftest import Take

TEXT = "客户,国家\n光明照明,中国\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gbk"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_encodings_and_separators(take: Take, encoding: str, separator: str) -> None:
    assert take(TEXT.replace(",", separator).encode(encoding)).added == 1


@pytest.mark.parametrize("raw", [b"\x89PNG\r\n\x1a\n\0\0\0", b"\xff\xff\xff\xff\xff"])
def test_what_is_no_text_is_refused(raw: bytes) -> None:
    with pytest.raises(UnreadableError) as error:
        decoded(raw)
    assert error.value.what == "not_text"


def test_rows_keep_their_line_and_line_breaks_in_quotation_marks() -> None:
    assert list(rows_of('a,b\n\n"1\n2", 3 \n4,5\n')) == [Row(1, ("a", "b")), Row(3, ("1\n2", "3")), Row(5, ("4", "5"))]


@pytest.mark.parametrize("rest", ["x" * 1_100_000, "x\n4,5\n6,7\n", "x", ""], ids=["huge", "rows", "word", "nothing"])
def test_a_row_that_cannot_be_read_is_named(rest: str) -> None:
    with pytest.raises(UnreadableError) as error:
        list(rows_of(f'a,b\n1,2\n"{rest}'))
    assert (error.value.what, error.value.line) == ("broken_row", 3)


@pytest.mark.parametrize(("text", "separator"), [('"a,b";c\n', ";"), ("x\na\tb\n", "\t"), ("one", ",")])
def test_separator(text: str, separator: str) -> None:
    assert separator_of(text) == separator


@pytest.mark.parametrize(("text", "what"), [("Colour,Size\nred,5\n", "no_form"), ("", "empty")])
def test_unknown_files_are_refused(take: Take, text: str, what: str) -> None:
    with pytest.raises(UnreadableError) as error:
        take(text)
    assert error.value.what == what


AMOUNTS = [
    (["1.234,50", "2,5"], ",", ["1234.5", "2.5"]),
    (["1,234.50", "-3"], ",", ["1234.5", "-3"]),
    (["1.200", "15.000"], ",", ["1200", "15000"]),
    (["1,200"], ";", ["1200"]),
    (["1,234,567"], ",", ["1234567"]),
    (["(300)", "1'000.5", "12 000"], ",", ["-300", "1000.5", "12000"]),
    (["viel", "1e99", "NaN", "1.2.3,4", "="], ",", [None] * 5),
]


@pytest.mark.parametrize(("cells", "separator", "read"), AMOUNTS)
def test_amounts_are_read_by_the_whole_column(cells: list[str], separator: str, read: list[str | None]) -> None:
    column = amounts.told_by(cells, separator)
    assert [found and found[0] for found in (amounts.read_amount(cell, column) for cell in cells)] == read


@pytest.mark.parametrize(
    ("cell", "unit"), [("EUR 5", "EUR"), ("5 €", "EUR"), ("¥5", ""), ("￥5", "CNY"), ("5元", "CNY"), ("5 x", "")]
)
def test_an_amount_may_bring_its_currency(cell: str, unit: str) -> None:
    assert amounts.read_amount(cell, amounts.Amounts(".", True)) == ("5", unit)


DAYS = [
    (["2026-03-01", "2026/3/1", "2026年3月1日", "20260301", "2026-03-01T10:00:00.000Z"], ["2026-03-01"] * 5, True),
    (["31/12/2025", "01/02/2026"], ["2025-12-31", "2026-02-01"], True),
    (["12/31/2025 10:00 AM", "1/2/26"], ["2025-12-31", "2026-01-02"], True),
    (["01.02.2026"], ["2026-02-01"], True),
    (["03/04/2026"], ["2026-03-04"], False),
    (["2026-02-30", "soon", "1/2"], [None] * 3, True),
]


@pytest.mark.parametrize(("cells", "read", "sure"), DAYS)
def test_days_are_read_by_the_whole_column(cells: list[str], read: list[str | None], sure: bool) -> None:
    column = days.told_by(cells, "month_first")
    assert [days.read_day(cell, column) for cell in cells] == read
    assert column.sure == sure


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Account,Date,Amount\nKnown,03/04/2026,5\n", "days_day_first"),
        ("Id,AccountId,Name,StageName,CloseDate\n1,2,Deal,New,03/04/2026\n", "days_month_first"),
        ("Account,Date,Amount\nKnown,2026-01-01,\"1,200\"\n", "amounts"),
        ("Account,Colour\nKnown,red\n", "unused"),
    ],
)  # fmt: skip
def test_how_a_doubtful_column_was_read_is_said(take: Take, text: str, what: str) -> None:
    assert what in [remark.what for remark in take(text).remarks]


DANGEROUS = ["=cmd|' /C calc'!A0", "@SUM(1)", "+cmd|x", "-2+3", "\tx", "＝1", "'=x", "-"]
HARMLESS = ["+86 755 123", "-1200.50", "O'Brien", "'tis", "+49 (30) 12-34", "", "a=b"]


@pytest.mark.parametrize("cell", DANGEROUS)
def test_formulas_are_neutralised_and_come_back(cell: str) -> None:
    assert neutralised(cell) == f"'{cell}"
    assert restored(neutralised(cell)) == cell


@pytest.mark.parametrize("cell", HARMLESS)
def test_numbers_and_words_stay(cell: str) -> None:
    assert neutralised(cell) == restored(cell) == cell


NAMES = [
    ("王磊", ("磊", "王")), ("欧阳娜娜", ("娜娜", "欧阳")), ("Anna Maria Schmidt", ("Anna Maria", "Schmidt")),
    ("王 磊", ("", "王 磊")), ("王磊 Leo", ("王磊", "Leo")), ("Cher", ("", "Cher")), ("A  B", ("", "A  B")), ("王", ("", "王")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "parts"), NAMES)
def test_names_are_split_so_that_they_come_back(name: str, parts: tuple[str, str]) -> None:
    assert person.split(name, frozenset({"欧阳"})) == parts
    assert person.joined(*parts) == name
