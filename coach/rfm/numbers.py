"""Amounts as people write them: 1,234.50, 1.234,50, 1 234,50, ￥12,000, 1.2万, USD 3,000, (500.00)."""

from __future__ import annotations

import re
from dataclasses import dataclass

import polars as pl

from coach.knowledge.ranking import OrderReading
from coach.rfm.orders import SCALE

_PLAIN = r"^[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,2})?$"
_COMMA_DECIMAL = r"(^|\D)(\d+|\d{1,3}([. ']\d{3})+),(\d{1,2}|\d{4,})\D*$|\d\.\d{3}\.\d{3}(\D|$)|\.\d{3},\d"
_POINT_DECIMAL = r"(^|\D)(\d+|\d{1,3}([, ']\d{2,3})+)\.(\d{1,2}|\d{4,})\D*$|\d,\d{3},\d{3}(\D|$)|,\d{3}\.\d"


@dataclass(frozen=True)
class Numbers:
    """Numbers of a column: `value` as a float, `currency` where the cell states one, both null where unknown.

    `decimal` is "," or "." as the whole column is written, "" when nothing tells; `mixed` when both are found.
    """

    value: pl.Series
    currency: pl.Series
    decimal: str
    mixed: bool


def read_numbers(cells: pl.Series, reading: OrderReading, *, comma_likely: bool = False) -> Numbers:
    """Return the numbers in `cells`. A form such as 1.234, which says nothing by itself, follows its column.

    `comma_likely`: the file is of a kind in which decimal commas are usual, such as one separated by semicolons.
    """
    frame = pl.DataFrame({"text": cells.cast(pl.String).str.strip_chars()})
    frame = frame.with_columns(plain=pl.col("text").str.contains(_PLAIN)).with_row_index("at")
    comma, point = _decimals(frame["text"])
    by_comma = comma > point or (comma_likely and comma == point)
    odd = frame.filter(~pl.col("plain") | (pl.col("text").str.contains(r"^-?\d{1,3}\.\d{3}$") if by_comma else False))
    easy = frame.with_columns(value=pl.when("plain").then(pl.col("text")).cast(pl.Float64, strict=False))
    if odd.is_empty():
        value, currency = easy["value"], pl.Series("currency", [None] * len(frame), dtype=pl.String)
    else:
        parsed = _parse(odd.select("at", "text"), reading, by_comma=by_comma)
        joined = easy.join(parsed, on="at", how="left", maintain_order="left")
        value = joined.select(
            pl.when(pl.col("at").is_in(odd["at"].implode())).then("parsed").otherwise("value").alias("value")
        ).to_series()
        currency = joined["currency"]
    decimal = "," if by_comma else "." if point else ""
    return Numbers(value, currency, decimal, mixed=bool(comma and point))


def whole(value: pl.Series) -> pl.Series:
    """Return amounts in whole millionths."""
    return (value * SCALE).round().cast(pl.Int64, strict=False)


def _decimals(text: pl.Series) -> tuple[int, int]:
    """Count the cells that only make sense with a decimal comma, and those with a decimal point."""
    if not text.str.contains(r",|\.\d{3}\.").any():
        return 0, int(text.str.contains(r"\.(\d{1,2}|\d{4,})$").any() or 0)
    return int(text.str.contains(_COMMA_DECIMAL).sum()), int(text.str.contains(_POINT_DECIMAL).sum())


def _parse(cells: pl.DataFrame, reading: OrderReading, *, by_comma: bool) -> pl.DataFrame:
    """Return `at`, `parsed` and `currency` of cells that are more than digits and a point."""
    codes = {spelling: code for code, names in reading.currencies.items() for spelling in names}
    clean = cells.select(
        "at",
        text=pl.col("text").str.normalize("NFKC").str.to_lowercase().str.replace_all("[\u2212\u2013]", "-"),
    )
    clean = clean.with_columns(
        spelling=pl.col("text").str.extract(f"({_any_of(codes)})"),
        bare=pl.col("text").str.replace(f"({_any_of(codes)})", "").str.strip_chars(),
    ).with_columns(
        unit=pl.col("bare").str.extract(rf"\d\s*({_any_of(reading.units)})"),
        negative=pl.col("bare").str.contains(r"^\(.*\)$|^-|\d\s*-$"),
        body=pl.col("bare")
        .str.replace(rf"(\d)\s*({_any_of(reading.units)})", "$1")
        .str.replace(r"^\((.*)\)$", "$1")
        .str.replace(r"-\s*$|^\s*[-+]", "")
        .str.replace_all(r"[\s']", ""),
    )
    return clean.select(
        "at",
        parsed=_number(pl.col("body"), by_comma=by_comma)
        * pl.col("unit").replace_strict(reading.units, default=1, return_dtype=pl.Float64)
        * pl.when("negative").then(-1.0).otherwise(1.0),
        currency=pl.col("spelling").replace_strict(codes, default=None, return_dtype=pl.String),
    )


def _number(body: pl.Expr, *, by_comma: bool) -> pl.Expr:
    """Return the number of a text that has only digits, commas and points; null when they are in no order."""
    points = body.str.replace_all(",", "", literal=True)
    commas = body.str.replace_all(".", "", literal=True).str.replace(",", ".", literal=True)
    text = (
        pl.when(body.str.contains(r"^\d{1,3}(,\d{2,3})*,\d{3}\.\d*$|^\d*\.?\d+$|^\d+\.$"))
        .then(pl.when(by_comma & body.str.contains(r"^[1-9]\d{0,2}\.\d{3}$")).then(commas).otherwise(points))
        .when(body.str.contains(r"^\d{1,3}(\.\d{3})+,\d*$|^\d{1,3}(\.\d{3}){2,}$"))
        .then(commas)
        .when(body.str.contains(r"^\d{1,3}(,\d{2,3})+,\d{3}$"))
        .then(points)
        .when(body.str.contains(r"^[1-9]\d{0,2},\d{3}$"))
        .then(commas if by_comma else points)
        .when(body.str.contains(r"^\d*,\d+$"))
        .then(commas)
    )
    return text.cast(pl.Float64, strict=False)


def _any_of(spellings: object) -> str:
    """Return a pattern for the spellings, the longest first."""
    return "|".join(re.escape(spelling) for spelling in sorted(spellings, key=lambda one: (-len(one), one)))  # type: ignore[call-overload]
