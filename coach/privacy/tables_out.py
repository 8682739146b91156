"""An export as CSV files, one a kind of record, that a spreadsheet opens without running anything in them."""

from __future__ import annotations

import csv
import io
import json
import os
import zipfile
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from coach.accounts.dossier import PARTS
from coach.accounts.history import Change
from coach.accounts.records import Account
from coach.accounts.rights import Access, Share
from coach.accounts.tables import outside_ids
from coach.progress.private import make_private, write_private
from coach.text.formula import neutralised

Json = dict[str, Any]
BOM = "\ufeff"  # tells spreadsheets that it is UTF-8
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can hold: the same export gives the same file


def csv_files(value: Json) -> dict[str, str]:
    """Return name and text of each file: one for every kind of record, with its columns even when there is none."""
    columns = {
        "accounts": _names(Account),
        **{part: _names(kind) for part, kind in PARTS.items()},
        "history": _names(Change),
        "outside_ids": [column.name for column in outside_ids.c],
        "shares": _names(Share),
        "accesses": _names(Access),
        "pages": ["name", "text"],
    }
    rows = {**value, "accounts": [value["account"]]}
    return {f"{name}.csv": table(rows[name], columns[name]) for name in columns if name in rows}


def _names(kind: Any) -> list[str]:
    return [field.name for field in fields(kind)]


def table(rows: list[Json], columns: list[str]) -> str:
    """Return the rows as CSV with a heading, quoted where need be."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([[cell(row.get(name)) for name in columns] for row in rows])
    return BOM + out.getvalue()


def cell(value: Any) -> str:
    """Return a value as a cell: a formula gets an apostrophe before it, a negative number stays a number."""
    if value is None:
        return ""
    if isinstance(value, bool | int | float):
        return str(value)
    if isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
        text = "; ".join(value)
    else:
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)
    return neutralised(text)


def write_export(value: Json, out: Path) -> None:
    """Write `value` to `out`, for the user alone: FILE.json, FILE.zip of CSV files, else a folder with both.

    Each file is written whole or not at all. Raises OSError.
    """
    if out.suffix.lower() == ".json":
        _write(out, as_json(value).encode())
    elif out.suffix.lower() == ".zip":
        _write(out, zipped(csv_files(value)))
    else:
        make_private(out)
        for name, text in {**csv_files(value), "all.json": as_json(value)}.items():
            _write(out / name, text.encode())


def as_json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def zipped(files: dict[str, str]) -> bytes:
    """Return the files as one zip; the same files always give the same bytes."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, _FIRST_DAY), text.encode(), zipfile.ZIP_DEFLATED)
    return raw.getvalue()


def _write(path: Path, data: bytes) -> None:
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        write_private(part, "")
        part.write_bytes(data)
        os.replace(part, path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
