"""The page, the reasons and the picture in both languages, for every kind of ranking."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from coach.pictures.png import png
from coach.rfm.orders import Note, UnreadableError
from coach.rfm.page import rfm_page
from coach.rfm.picture import WIDTH, picture
from coach.rfm.ranking import Ranking
from coach.rfm.reasons import reasons
from coach.rfm.said import say_note, say_unreadable
from tests.coach.rfm.orders import customer, ranked, table_of, tools

SVG = "{http://www.w3.org/2000/svg}"
OKABE_ITO = {"#000000", "#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7"}
HEAD = "customer,date,amount,margin,concessions,claims,overdue,overdue days,currency"
ROWS = [
    ("1", "2026-06-10", 90000, 100, 9000, 9000, 90000, 90, "CNY"),
    *((str(i), f"2026-0{i % 6 + 1}-0{i % 9 + 1}", i * 100, i * 30, 0, 0, 0, 0, "CNY") for i in range(2, 40)),
    ("2", "2025-01-01", -50, "?", 0, 0, 0, 0, "CNY"), ("3", "", "", "", "", "", "", "", ""),
    ("99", "", "", "", "", "", "", "", ""), *((str(i), "nothing", i, 1, 0, 0, 0, 0, "EUR") for i in range(30)),
]  # fmt: skip


def of_kind(folder: Path, preset: str, rows: list[Any] | None = None) -> Ranking:
    return ranked(folder, table_of(ROWS if rows is None else rows, HEAD), preset)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("preset", ["seed", "b2b", "quintile"])
def test_page_is_short_and_in_one_language(tmp_path: Path, preset: str, lang: str) -> None:
    page = rfm_page(of_kind(tmp_path, preset), lang, tools())
    assert len(page.splitlines()) < 60
    assert "{" not in page
    assert bool(re.search("[\u4e00-\u9fff]", page)) == (lang == "zh")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", [
            "Your real 20/80:", "% of profit (", "VVVVVIP (81-100): ", "important-develop, 1: Raise the frequency",
            "1. 1: 68 VVVVIP (R5 F1 M5, important-develop), orders: 1, 90,000 CNY, last 2026-06-10; false big account? one-off, low margin, squeezer",
            "Concentration: 1 alone brings", "do not neglect the small", "prospects, not scored, 1: 99", "Rows that were not used, 30",
            "“nothing” is no date", "10 more; --json lists all",
        ]),
        ("zh", ["二八实况：", "的利润（", "重要发展 1 家：提高下单频率", "小心假大户：偶然大单、利润低、扒皮大户", "太集中：1 一家", "小客户也不能忽视", "没有用上的行，共 30 行", "另有 10 行"]),
    ],
)  # fmt: skip
def test_page_says(tmp_path: Path, lang: str, said: list[str]) -> None:
    page = rfm_page(of_kind(tmp_path, "seed"), lang, tools())
    assert [words for words in said if words not in page] == []


@pytest.mark.parametrize(
    ("rows", "said"),
    [([], "nobody to score"), ([("A", "2026-06-01", 5), ("A", "2026-06-02", -9)], "no 20/80 to show")],
)
def test_page_without_numbers(tmp_path: Path, rows: list[Any], said: str) -> None:
    assert said in rfm_page(ranked(tmp_path, table_of(rows)), "en", tools())


def test_page_names_what_cannot_be_judged_and_how_many_more(tmp_path: Path) -> None:
    rows = [(f"C{i}", "2026-06-01", 30000) for i in range(9)]
    page = rfm_page(ranked(tmp_path, table_of(rows)), "en", tools())
    assert "Cannot be judged, since the columns are missing: low margin, squeezer." in page
    assert "one-off, 9: C0, C1, C2, C3, C4 and 4 more." in page


@pytest.mark.parametrize(
    ("preset", "name", "said"),
    [
        ("seed", "1", [
            "R=5: last order 2026-06-10, 20 days ago, <= 1 calendar months (article)", "F=1: orders: 1, < 2 (article)",
            "M=5: 90,000.00 CNY, >= 50,000 (article)", "value: 5x4 + 1x8 + 5x8 = 68, which is VVVVIP (61-80)",
            "class: important-develop (a score above 3 is high). Raise",
            "one-off: one order only, with M=5, from 4 on.", "low margin: margin after claims, freight and credit cost is -9.9%, below 10%.",
            "squeezer: concessions are 10% of revenue, above 8%, claims are 10% of revenue, above 5%,"
            " overdue payments are 100% of revenue, above 20%, 90 days overdue on average, above 45.",
        ]),
        ("b2b", "6", ["R=4: last order 2026-01-07, 174 days ago, <= 6 calendar months (B2B export)"]),
        ("quintile", "1", ["R=5: ", "< ", "M=5: 90,000.00 CNY, >= ", "a quantile of your data plus 1 (quintiles)"]),
        ("quintile", "20", ["and < ", "quantiles of your data plus 1"]),
    ],
)  # fmt: skip
def test_reasons_cite_their_rule(tmp_path: Path, preset: str, name: str, said: list[str]) -> None:
    ranking = of_kind(tmp_path, preset)
    found = "\n".join(reasons(customer(ranking, name), ranking, "en", tools()))
    assert [words for words in said if words not in found] == []


def test_reason_of_a_chance_order_among_several(tmp_path: Path) -> None:
    ranking = ranked(tmp_path, table_of([("A", "2026-06-01", 90), ("A", "2025-06-01", 10)]))
    found = "\n".join(reasons(customer(ranking, "A"), ranking, "en", tools()))
    assert "the largest order is 90% of the total of 24 months, above 60%" in found
    assert "R=4" not in found


def test_reason_of_a_customer_long_gone(tmp_path: Path) -> None:
    ranking = ranked(tmp_path, table_of([("A", "2020-06-01", 90)]))
    assert "> 12 calendar months" in reasons(customer(ranking, "A"), ranking, "en", tools())[0]


def test_every_note_can_be_said() -> None:
    kinds = [key.removeprefix("rfm_note_") for key in list(tools().words.keys()) if key.startswith("rfm_note_")]
    for kind in kinds:
        values = ("margin", "b", "c") if kind == "bad_cells" else ("a", "b", "c")
        assert all(say_note(Note(kind, 1, values), lang, tools()) for lang in ("zh", "en"))


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (UnreadableError("headings", "day", "amount", "a, b"), "no column for: date, amount. The headings are: a, b."),
        (UnreadableError("workbook", "bad zip"), "cannot be opened (bad zip)"),
        (UnreadableError("empty"), "the file is empty"),
        (UnreadableError("given", "amount=x", "a"), "no such heading: amount=x"),
    ],
)
def test_unreadable(error: UnreadableError, said: str) -> None:
    assert said in say_unreadable(error, "en", tools())


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("rows", [ROWS, ROWS[:1], [], [("<A>", "2026-06-01", 5, 1), ("<A>", "2026-06-02", -9, -3)]])
def test_picture_is_sound_and_says_what_it_shows(tmp_path: Path, lang: str, rows: list[Any]) -> None:
    drawn = picture(of_kind(tmp_path, "seed", rows), lang, tools())
    root = ElementTree.fromstring(drawn)
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert desc is not None
    assert title.text
    assert desc.text
    assert root.get("aria-labelledby", "").split() == [title.get("id"), desc.get("id")]
    assert bool(re.search("[\u4e00-\u9fff]", drawn)) == (lang == "zh")
    assert re.findall(r"https?://[^\"]+", drawn) == ["http://www.w3.org/2000/svg"]
    assert set(re.findall(r"#[0-9A-F]{6}", drawn)) - {"#FFFFFF", "#BBBBBB"} <= OKABE_ITO
    assert int(root.get("width", "0")) <= 480


def test_picture_marks_the_pair_and_counts_the_customers_of_each_cell(tmp_path: Path) -> None:
    ranking = of_kind(tmp_path, "seed")
    pair = ranking.pareto
    assert pair is not None
    drawn = picture(ranking, "en", tools())
    assert f"{pair.customers_percent:.0f}% → {pair.share_percent:.0f}%" in drawn
    counts = re.findall(r'font-weight="bold" fill="#[0-9A-F]{6}">([\d,]+)<', drawn)
    assert sum(map(int, counts)) == len(ranking.table)


def test_curve_of_many_customers_stays_small(tmp_path: Path) -> None:
    rows = [(f"C{i}", "2026-06-01", i + 1) for i in range(5000)]
    assert len(picture(ranked(tmp_path, table_of(rows)), "en", tools())) < 20_000


def test_png(tmp_path: Path) -> None:
    assert png(picture(of_kind(tmp_path, "seed"), "zh", tools()), 2 * WIDTH).startswith(b"\x89PNG")
