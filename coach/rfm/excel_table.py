"""A workbook as a table of strings: the first sheet that has the headings."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from coach.knowledge.ranking import OrderReading
from coach.rfm.csv_table import MORE, Table, known_cells
from coach.rfm.headings import SEARCHED, find_headings
from coach.rfm.orders import UnreadableError


def read_excel(data: bytes, reading: OrderReading, given: Mapping[str, str]) -> Table:
    """Return the table in the workbook `data`. Raises UnreadableError when it cannot be opened or is empty."""
    import fastexcel

    try:
        workbook = fastexcel.read_excel(data)
        sheets = [(name, workbook.load_sheet(name, header_row=None, skip_rows=0, dtypes="string").to_polars())
                  for name in workbook.sheet_names]  # fmt: skip
    except fastexcel.FastExcelError as error:
        raise UnreadableError("workbook", str(error).splitlines()[0]) from error
    tables = [_table(name, cells, reading, given) for name, cells in sheets if cells.width]
    if not tables:
        raise UnreadableError("empty")
    return min(tables, key=lambda table: len(table.headings.missing))  # the first of the best


def _table(name: str, cells: pl.DataFrame, reading: OrderReading, given: Mapping[str, str]) -> Table:
    headings = find_headings(cells.head(SEARCHED).rows(), reading, given)
    named = cells.rename({old: f"c{i}" for i, old in enumerate(cells.columns)})
    numbered = named.with_columns(pl.lit(None, pl.String).alias(MORE)).with_row_index("line", offset=1)
    return Table(known_cells(numbered.cast({"line": pl.Int64}), headings), headings, sheet=name)
