"""A CSV file as a table of strings: comma, semicolon, tab or bar; broken quotes cost their own line only."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import polars as pl

from coach.knowledge.ranking import OrderReading
from coach.rfm.headings import NEEDED, SEARCHED, Headings, find_headings

DELIMITERS = (",", ";", "\t", "|")
MORE = "more"  # what stands behind the last heading


@dataclass(frozen=True)
class Table:
    """Cells below the headings: `c0`, `c1` ... for the columns that are known, without spaces at their ends.

    `line` is the line (from 1), `more` what stands behind the last heading, `again` marks rows that are the same as an
    earlier one in every cell, also in those that are not kept.
    """

    cells: pl.DataFrame
    headings: Headings
    delimiter: str = ""
    sheet: str = ""


def read_csv(data: bytes, reading: OrderReading, given: Mapping[str, str]) -> Table:
    """Return the table in `data`, which is UTF-8. Headings may be missing; the caller says so."""
    if b"\n" not in data:
        data = data.replace(b"\r", b"\n")
    first = b"\n".join(data.split(b"\n", SEARCHED)[:SEARCHED]).decode("utf-8", "replace").splitlines()
    delimiter, headings = max(
        ((mark, find_headings(_split(first, mark), reading, given)) for mark in DELIMITERS),
        key=lambda found: (-len(found[1].missing), len(found[1].places), len(found[1].names)),
    )
    width = max(len(headings.names), len(NEEDED))
    cells = _cells(data, delimiter, width)
    return Table(known_cells(_numbered(cells, quoted=b'"' in data), headings), headings, delimiter)


def known_cells(cells: pl.DataFrame, headings: Headings) -> pl.DataFrame:
    """Return the cells of a Table from all rows, which have a `line`; blank rows are left out."""
    below = cells.slice(headings.row + 1)
    hashes = below.drop("line").hash_rows()
    again = pl.lit(False) if hashes.n_unique() == len(hashes) else ~hashes.is_first_distinct()
    names = [*(f"c{place}" for place in sorted(headings.places.values())), MORE]
    kept = below.select("line", *(pl.col(name).str.strip_chars() for name in names), again=again)
    return kept.filter(~pl.all_horizontal(pl.col(name).fill_null("") == "" for name in names))


def _split(lines: list[str], delimiter: str) -> list[list[str]]:
    return [next(csv.reader([line], delimiter=delimiter), []) for line in lines]


def _names(width: int) -> list[str]:
    return [*(f"c{i}" for i in range(width)), MORE]


def _cells(data: bytes, delimiter: str, width: int) -> pl.DataFrame:
    """Return all rows, also blank ones, so that the number of a row tells its line."""
    schema = dict.fromkeys(_names(width), pl.String)
    try:
        return pl.read_csv(
            data, has_header=False, separator=delimiter, schema=schema,
            truncate_ragged_lines=True, missing_columns="insert",
        )  # fmt: skip
    except pl.exceptions.PolarsError:
        return _line_by_line(data.decode("utf-8"), delimiter, width)


def _line_by_line(text: str, delimiter: str, width: int) -> pl.DataFrame:
    """Return each line as one row; where quotes do not match, they are ordinary characters."""
    rows = []
    for line in text.split("\n"):
        quoting: Literal[0, 3] = csv.QUOTE_NONE if line.count('"') % 2 else csv.QUOTE_MINIMAL
        cells: list[str | None] = [*next(csv.reader([line.rstrip("\r")], delimiter=delimiter, quoting=quoting), [])]
        rows.append((cells + [None] * (width + 1))[: width + 1])
    return pl.DataFrame(rows, schema=dict.fromkeys(_names(width), pl.String), orient="row")


def _numbered(cells: pl.DataFrame, *, quoted: bool) -> pl.DataFrame:
    """Add the line on which each row begins: a quoted cell may span several."""
    numbered = cells.with_row_index("line", offset=1).cast({"line": pl.Int64})
    if not quoted:
        return numbered
    breaks = pl.sum_horizontal(
        pl.col(name).str.count_matches("\n", literal=True).fill_null(0) for name in cells.columns
    )
    return numbered.with_columns(line=pl.col("line") + breaks.cast(pl.Int64).cum_sum().shift(1, fill_value=0))
