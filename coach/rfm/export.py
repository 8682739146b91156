"""Write a ranking into a file: CSV for spreadsheets, JSON, or the page as Markdown."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

from coach.context import Tools
from coach.progress.private import write_private
from coach.rfm.as_json import as_json, customers
from coach.rfm.page import rfm_page
from coach.rfm.ranking import Ranking
from coach.text.formula import neutralised

ENDINGS = (".csv", ".json", ".md")
COLUMNS = (
    "customer", "value", "tier", "class", "class_name", "flags", "r", "f", "m", "rfm_score", "recency_days",
    "last_order", "frequency", "monetary", "margin", "currency",
)  # fmt: skip


def write(ranking: Ranking, path: Path, lang: str, tools: Tools) -> None:
    """Write `ranking` in the form that the ending of `path` asks for. Raises OSError; KeyError on another ending."""
    forms = {".csv": _csv, ".json": _json, ".md": rfm_page}
    text = forms[path.suffix.lower()](ranking, lang, tools)
    write_private(path, text if text.endswith("\n") else text + "\n")


def _cell(value: Any) -> Any:
    return neutralised(value) if isinstance(value, str) else value


def _csv(ranking: Ranking, lang: str, tools: Tools) -> str:
    """Return CSV with the mark by which spreadsheets know UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for row in customers(ranking, lang, tools):
        row |= {"flags": " ".join(row["flags"]), "currency": ranking.currency or ""}
        writer.writerow([_cell(row[name]) for name in COLUMNS])
    return "\ufeff" + out.getvalue()


def _json(ranking: Ranking, lang: str, tools: Tools) -> str:
    return json.dumps(as_json(ranking, lang, tools), ensure_ascii=False)
