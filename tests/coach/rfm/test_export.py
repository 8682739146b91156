"""Files: CSV that spreadsheets open and cannot be tricked with, JSON, Markdown."""

from __future__ import annotations

import csv
import json
import stat
from pathlib import Path

import pytest

from coach.rfm.export import COLUMNS, write
from tests.coach.rfm.orders import ranked, table_of, tools


def test_csv(tmp_path: Path) -> None:
    ranking = ranked(tmp_path, table_of([("=1+1", "2026-06-01", 30000), ("乙", "2026-06-01", 5)]))
    path = tmp_path / "out.csv"
    write(ranking, path, "zh", tools())
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert tuple(rows[0]) == COLUMNS
    assert [(row["customer"], row["flags"], row["class"]) for row in rows] == [
        ("'=1+1", "one_off", "important-develop"),
        ("乙", "", "general-develop"),
    ]


@pytest.mark.parametrize("name", ["out.json", "out.md", "OUT.CSV"])
def test_files_are_private_and_end_with_a_line(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    write(ranked(tmp_path, table_of([("A", "2026-06-01", 5)])), path, "en", tools())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    text = path.read_text(encoding="utf-8-sig")
    assert text.endswith("\n")
    if name.endswith("json"):
        assert json.loads(text)["customers"][0]["customer"] == "A"


def test_other_endings(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        write(ranked(tmp_path, table_of([])), tmp_path / "out.doc", "en", tools())
