"""Read orders from a CSV file or a workbook: what can be used, what was assumed, and which rows are wrong and why."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from coach.knowledge.ranking import OrderReading
from coach.rfm.build_orders import build
from coach.rfm.csv_table import Table, read_csv
from coach.rfm.currencies import Wanted
from coach.rfm.excel_table import read_excel
from coach.rfm.orders import Note, Orders, UnreadableError
from coach.text.decode import UTF_8, decoded

_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # xlsx and ods are zip files, xls an older container
_DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}


@dataclass(frozen=True)
class Asked:
    """What the user states about a table.

    `rates`: what one unit of a currency is worth; `currency`: the one to rank in; `usual`: that of the preset;
    `columns`: own headings by column; `dates`: day_first or month_first.
    """

    rates: Mapping[str, float] = field(default_factory=dict)
    currency: str | None = None
    usual: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    dates: str | None = None
    keep_duplicates: bool = False

    @property
    def wanted(self) -> Wanted:
        return Wanted(self.rates, self.currency, self.usual)


def read(path: Path, reading: OrderReading, today: date, asked: Asked | None = None) -> Orders:
    """Return the orders in the file at `path`; `today` helps to tell days from months.

    Raises OSError, and UnreadableError when it is no table or has no headings for customer, date and amount.
    """
    asked = asked or Asked()
    table, notes = _table(path.read_bytes(), reading, asked)
    missing, names = table.headings.missing, [name for name in table.headings.names if name]
    unknown = [f"{column}={name}" for column, name in asked.columns.items() if column not in table.headings.places]
    if unknown:
        raise UnreadableError("given", ", ".join(unknown), ", ".join(names))
    if missing:
        raise UnreadableError("headings", *missing, ", ".join(names))
    return build(table, reading, today, asked.wanted, notes, dates=asked.dates, keep_duplicates=asked.keep_duplicates)


def _table(data: bytes, reading: OrderReading, asked: Asked) -> tuple[Table, list[Note]]:
    if not data.strip():
        raise UnreadableError("empty")
    if data.startswith(_WORKBOOKS):
        table = read_excel(data, reading, asked.columns)
        return table, [Note("sheet", values=(table.sheet,))]
    text, encoding = _in_utf_8(data)
    table = read_csv(text, reading, asked.columns)
    return table, [Note(f"file_{_DELIMITERS[table.delimiter]}", values=(encoding,))]


def _in_utf_8(data: bytes) -> tuple[bytes, str]:
    """Return `data` in UTF-8 without BOM, and the encoding it had. Raises UnreadableError when it is no text."""
    found = decoded(data)
    if found is None:
        raise UnreadableError("binary")
    text, encoding = found
    return data.removeprefix(codecs.BOM_UTF8) if encoding == UTF_8 else text.encode("utf-8"), encoding
