"""Rows of a file as values for the account book; rows with a cell that does not fit are listed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from coach.crm import amounts, days, person
from coach.crm.read_csv import Row
from coach.crm.recognise import Layout
from coach.crm.result import Finding, Result
from coach.text.formula import restored

LONGEST_ID = 90
TRUE = ("1", "true", "yes", "是")
DAYS, AMOUNTS, NUMBERS = ("day", "closes"), ("amount", "margin"), ("step", "influence")
_ABOUT = ("id", "deleted", "account", "account_id", "first", "last")  # of the row; no values of the record
REQUIRED = {"orders": ("day", "amount")}
BETWEEN = {"address": ", ", "other_names": "; "}


@dataclass(frozen=True)
class Entry:
    """What one row says: its id and its account's in that system, the account's name, and values by field."""

    line: int
    outside: str
    account_ids: tuple[str, ...]
    account: str
    values: Mapping[str, Any]


@dataclass(frozen=True)
class _Column:
    """How the whole file writes dates and amounts."""

    days: days.Days
    amounts: amounts.Amounts


def entries_of(rows: Sequence[Row], layout: Layout, separator: str, result: Result) -> list[Entry]:
    """Return what the rows say; add to `result` the rows that are left out, and how doubtful columns were taken."""
    rows = [Row(row.line, tuple(map(restored, row.cells))) for row in _without_footer(rows, layout, result)]
    column = _Column(
        days.told_by(_cells(rows, layout, DAYS), layout.form.days),
        amounts.told_by(_cells(rows, layout, AMOUNTS), separator),
    )
    if not column.days.sure:
        result.remarks.append(Finding(0, f"days_{column.days.order}"))
    if not column.amounts.sure:
        result.remarks.append(Finding(0, "amounts", {"decimal": column.amounts.decimal}))
    if layout.unused:
        result.remarks.append(Finding(0, "unused", {"columns": layout.unused}))
    result.rows = len(rows)
    found = [_entry(row, layout, column) for row in rows]
    result.problems += [entry for entry in found if isinstance(entry, Finding)]
    return [entry for entry in found if isinstance(entry, Entry)]


def _without_footer(rows: Sequence[Row], layout: Layout, result: Result) -> Sequence[Row]:
    """Return the rows without what a report says at its end: lines of one cell after an empty line."""
    end = len(rows)
    while layout.form.footer and end > 1 and sum(map(bool, rows[end - 1].cells)) == 1:
        end -= 1
    gaps = (place for place in range(max(end, 1), len(rows)) if rows[place].line > rows[place - 1].line + 1)
    cut = next(gaps, None)
    if cut is not None:
        result.remarks.append(Finding(rows[cut].line, "footer"))
    return rows[:cut]


def _cells(rows: Sequence[Row], layout: Layout, fields: Sequence[str]) -> list[str]:
    places = [place for field in fields for place in layout.places.get(field, ())]
    return [row.cells[place] for place in places for row in rows if place < len(row.cells) and row.cells[place]]


def _all_told(row: Row, layout: Layout, field: str) -> list[str]:
    cells = [row.cells[place] for place in layout.places.get(field, ()) if place < len(row.cells)]
    return [cell for cell in cells if cell]


def _told(row: Row, layout: Layout, field: str) -> str:
    """Return what the row says in the columns of the field: the first that is filled, or all joined."""
    told = _all_told(row, layout, field)
    column = layout.form.columns.get(field)
    return BETWEEN.get(field, " ").join(told) if column is not None and column.joined else next(iter(told), "")


def _entry(row: Row, layout: Layout, column: _Column) -> Entry | Finding:
    """Return the row as an entry, or why it is none."""
    kind = layout.form.kind
    outside = _told(row, layout, "id")
    if _told(row, layout, "deleted").lower() in TRUE:
        return Finding(row.line, "deleted")
    if len(outside) > LONGEST_ID:
        return Finding(row.line, "long_id", {"most": LONGEST_ID})
    values = _values(row, layout, column)
    if isinstance(values, Finding):
        return values
    if kind == "contacts" and not values.get("name"):
        parts = _told(row, layout, "first"), _told(row, layout, "last")
        values["name"] = person.joined(*parts) or values.get("email", "")
    if kind != "orders" and not values["name"]:
        return Finding(row.line, "no_name")
    ids = dict.fromkeys(part for cell in _all_told(row, layout, "account_id") for part in re.split(r"\s*[;,]\s*", cell))
    return Entry(row.line, outside, tuple(key for key in ids if key), _told(row, layout, "account"), values)


def _values(row: Row, layout: Layout, column: _Column) -> dict[str, Any] | Finding:
    """Return the values of the record's own fields, or the cell that is empty and must not be, or does not fit."""
    values: dict[str, Any] = {}
    for field in (field for field in layout.places if field not in _ABOUT):
        cell = _told(row, layout, field)
        value = _value(field, cell, column, values)
        if cell and value is None:
            return Finding(row.line, "bad_cell", {"field": field, "value": cell})
        if not cell and field in REQUIRED.get(layout.form.kind, ()):
            return Finding(row.line, "empty_cell", {"field": field, "value": cell})
        values[field] = value
    return values


def _value(field: str, cell: str, column: _Column, values: dict[str, Any]) -> Any:
    """Return the cell's value for the field; None for an empty or unfit cell of a field that may be None."""
    if field in DAYS:
        return days.read_day(cell, column.days) if cell else None
    if field in AMOUNTS:
        read = amounts.read_amount(cell, column.amounts) if cell else None
        if read and read[1] and not values.get("currency"):
            values["currency"] = read[1]
        return read[0] if read else None
    if field in NUMBERS:
        return int(cell) if re.fullmatch(r"\d{1,3}", cell) else None
    if field == "other_names":
        return tuple(part for part in re.split(r"\s*[;；、]\s*", cell) if part)
    if field == "currency":
        return cell.upper() or values.get("currency", "")
    return cell
