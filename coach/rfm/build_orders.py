"""From the cells of a table to orders: each row is either used, or listed with the reason why not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

import polars as pl

from coach.knowledge.ranking import OrderReading
from coach.rfm.csv_table import MORE, Table
from coach.rfm.currencies import Wanted, choose, codes_of
from coach.rfm.days import Days, read_days
from coach.rfm.headings import NEEDED
from coach.rfm.names import joined, keys, name_key
from coach.rfm.numbers import read_numbers, whole
from coach.rfm.orders import MONEY, PROBLEM_SCHEMA, SCHEMA, Note, Orders

_MOST_EXAMPLES = 3


class Part(NamedTuple):
    """Rows, some columns of which are read, and the notes on that."""

    rows: pl.DataFrame
    notes: list[Note]


def build(
    table: Table, reading: OrderReading, today: date, wanted: Wanted, notes: Iterable[Note] = (), *,
    dates: str | None = None, keep_duplicates: bool = False, more_customers: Sequence[str] = (),
    say_columns: bool = True,
) -> Orders:  # fmt: skip
    """Return the orders in `table`, which has the three headings; `more_customers` may have no orders."""
    known = frozenset(table.headings.places) - set(NEEDED)
    rows = _cells(table, keep_duplicates=keep_duplicates)
    rows, on_names = _with_names(rows, more_customers)
    days = read_days(rows["day"], reading, today, dates)
    rows, on_money = _with_money(rows.with_columns(date=days.days), table, reading)
    rows = rows.with_columns(reason=_reason(rows, reading))
    rows, currency, on_currency = _in_one_currency(rows, wanted)
    wrong = rows.filter(pl.col("reason").is_not_null() & (pl.col("reason") != "none"))
    used = rows.filter(pl.col("reason").is_null())
    customers = rows.filter(pl.col("reason").is_null() | (pl.col("reason") == "none"))["customer"].unique(
        maintain_order=True
    )
    found = [
        *notes,
        *([_columns(table)] if say_columns else []),
        *_on_dates(days),
        *on_money,
        *on_currency,
        *on_names,
        *_on_rows(used, wrong),
    ]
    return Orders(
        rows=_typed(used),
        customers=tuple(dict.fromkeys([*customers.to_list(), *joined(dict.fromkeys(more_customers, 0))[0].values()])),
        currency=currency,
        rates=wanted.rates,
        known=known,
        problems=wrong.select("line", "reason", value=_value()).cast(PROBLEM_SCHEMA),  # type: ignore[arg-type]
        notes=tuple(found),
    )


def _cells(table: Table, *, keep_duplicates: bool) -> pl.DataFrame:
    """Return the cells of the known columns by name; `again` marks rows that are not counted twice."""
    named = {column: f"c{place}" for column, place in table.headings.places.items()}
    again = pl.lit(False) if keep_duplicates else pl.col("again")
    return table.cells.select(
        "line", *(pl.col(cell).alias(name) for name, cell in named.items()), MORE, again.alias("again")
    )


def _with_names(rows: pl.DataFrame, more_customers: Sequence[str]) -> Part:
    """Write each customer's name in one way."""
    counts = rows["customer"].drop_nulls().value_counts(sort=False)
    spelled = dict(zip(counts["customer"].to_list(), counts["count"].to_list(), strict=True))
    names, several = joined({**dict.fromkeys(more_customers, 0), **dict(sorted(spelled.items()))})
    changed = {name: shown for name, shown in names.items() if name != shown and name in spelled}
    if changed:
        rows = rows.with_columns(pl.col("customer").replace(changed))
    examples = tuple(" = ".join(group[:_MOST_EXAMPLES]) for group in several[:_MOST_EXAMPLES])
    return Part(rows, [Note("names", len(several), examples)] if several else [])


def _with_money(rows: pl.DataFrame, table: Table, reading: OrderReading) -> Part:
    """Read the columns of money, the days overdue, and the currency of each row."""
    notes, decimals, read = [], set(), {}
    comma_likely = table.delimiter == ";"
    for column in (name for name in (*MONEY, "overdue_days", "margin_rate") if name in rows.columns):
        numbers = read_numbers(rows[column], reading, comma_likely=comma_likely) if column != "margin_rate" else None
        if numbers is None:
            read["rate"] = _rate(rows[column], reading, comma_likely=comma_likely)
            continue
        read[column] = numbers.value
        decimals |= {numbers.decimal} | ({",", "."} if numbers.mixed else set())
        bad = int((numbers.value.is_null() & (rows[column].fill_null("") != "")).sum()) if column != "amount" else 0
        notes += [Note("bad_cells", bad, (column,))] if bad else []
        if column == "amount":
            stated = numbers.currency
    unit = table.headings.unit
    rows = rows.with_columns(amount_text=pl.col("amount"), currency_text=_optional(rows, "currency"))
    rows = rows.with_columns(**{name: value * unit if name == "amount" else value for name, value in read.items()})
    if "rate" in read and "margin" not in read:
        rows = rows.with_columns(margin=pl.col("amount") * pl.col("rate"))
    code = codes_of(rows["currency_text"], reading)
    heading = pl.lit(table.headings.currency, pl.String)
    rows = rows.with_columns(currency=pl.coalesce(code, stated, heading))
    notes += [Note("unit", unit)] if unit != 1 else []
    notes += [Note("mixed_decimals")] if {",", "."} <= decimals else [Note("decimal_comma")] if "," in decimals else []
    return Part(rows, notes)


def _rate(cells: pl.Series, reading: OrderReading, *, comma_likely: bool) -> pl.Series:
    """Return margins as shares of the amount: 25% or 25 or, where no cell is above 1, 0.25."""
    percent = cells.str.contains("%", literal=True).fill_null(False)
    value = read_numbers(cells.str.replace("%", "", literal=True), reading, comma_likely=comma_likely).value
    as_percent = bool(percent.any()) or float(value.abs().max() or 0.0) > 1.0  # type: ignore[arg-type]
    return value / 100 if as_percent else value


def _optional(rows: pl.DataFrame, column: str) -> pl.Expr:
    return pl.col(column) if column in rows.columns else pl.lit(None, pl.String)


def _reason(rows: pl.DataFrame, reading: OrderReading) -> pl.Series:
    """Return why a row is no order, null where it is one; "none" is a customer without any order, which is no fault."""
    names, totals = rows["customer"].drop_nulls().unique(), keys(reading.totals)
    adding = [name for name in names if name_key(name).rstrip(":：") in totals]

    def blank(column: str) -> pl.Expr:
        return pl.col(column).fill_null("") == ""

    return rows.select(
        pl.when(pl.col("more").fill_null("") != "").then(pl.lit("cells"))
        .when(pl.col("customer").is_in(adding)).then(pl.lit("total_row"))
        .when(blank("customer")).then(pl.lit("customer"))
        .when(blank("day") & blank("amount_text")).then(pl.lit("none"))
        .when(blank("day")).then(pl.lit("no_date"))
        .when(pl.col("date").is_null()).then(pl.lit("date"))
        .when(pl.col("date").dt.year() < reading.earliest_year).then(pl.lit("old_date"))
        .when(blank("amount_text")).then(pl.lit("no_amount"))
        .when(pl.col("amount").is_null()).then(pl.lit("amount"))
        .when(pl.col("amount").abs() > reading.largest).then(pl.lit("absurd"))
        .when(pl.col("currency") == "").then(pl.lit("currency"))
        .when(pl.col("again")).then(pl.lit("duplicate"))
        .otherwise(None)
        .alias("reason")
    ).to_series()  # fmt: skip


def _in_one_currency(rows: pl.DataFrame, wanted: Wanted) -> tuple[pl.DataFrame, str | None, list[Note]]:
    """Convert what has a rate, and mark what has none as not usable."""
    used = rows.filter(pl.col("reason").is_null())["currency"].value_counts(sort=False)
    counts = dict(zip(used["currency"].to_list(), used["count"].to_list(), strict=True))
    unstated = counts.pop(None, 0)
    choice = choose(counts, unstated, wanted)
    if set(counts) <= {choice.currency}:
        return rows, choice.currency, list(choice.notes)
    factor = pl.col("currency").replace_strict(choice.factors, default=None, return_dtype=pl.Float64)
    usable = pl.col("currency").is_null() | factor.is_not_null()
    money = [name for name in MONEY if name in rows.columns]
    rows = rows.with_columns(
        pl.when(pl.col("reason").is_null() & ~usable)
        .then(pl.lit("other_currency"))
        .otherwise("reason")
        .alias("reason"),
        *(pl.col(name) * factor.fill_null(1.0) for name in money),
    )
    return rows, choice.currency, list(choice.notes)


def _value() -> pl.Expr:
    """Return the words that a wrong row is about."""
    row_name = pl.col("customer").fill_null("")
    return (
        pl.when(pl.col("reason").is_in(["date", "old_date"])).then("day")
        .when(pl.col("reason").is_in(["amount", "absurd"])).then("amount_text")
        .when(pl.col("reason") == "cells").then("more")
        .when(pl.col("reason") == "currency").then("currency_text")
        .when(pl.col("reason") == "other_currency").then("currency")
        .otherwise(row_name)
    )  # fmt: skip


def _typed(used: pl.DataFrame) -> pl.DataFrame:
    """Return the columns of SCHEMA; those that the table does not have are null."""
    used = used.drop("day").rename({"date": "day"})
    have = {name: whole(used[name]) if name in MONEY else used[name] for name in SCHEMA if name in used.columns}
    return used.select(
        (have[name] if name in have else pl.lit(None)).cast(kind).alias(name) for name, kind in SCHEMA.items()
    )


def _columns(table: Table) -> Note:
    shown = [table.headings.names[place] for place in table.headings.places.values()]
    return Note("columns", len(shown), tuple(shown))


def _on_dates(days: Days) -> list[Note]:
    notes = [Note(f"{days.order}_{days.why}", days.unclear)] if days.order and days.unclear else []
    notes += [Note("mixed_dates")] if days.mixed else []
    return notes + ([Note("serial_dates", days.serial)] if days.serial else [])


def _on_rows(used: pl.DataFrame, wrong: pl.DataFrame) -> list[Note]:
    refunds = used.filter(pl.col("amount") < 0)["amount"]
    zero = int((used["amount"] == 0).sum())
    notes = [Note("refunds", len(refunds), (f"{-refunds.sum():,.2f}",))] if len(refunds) else []
    notes += [Note("zero", zero)] if zero else []
    again = int((wrong["reason"] == "duplicate").sum())
    return notes + ([Note("duplicates", again)] if again else [])
