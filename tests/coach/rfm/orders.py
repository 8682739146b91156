"""Short ways to write orders for tests."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from coach.knowledge.load import Knowledge, load
from coach.rfm.orders import Orders
from coach.rfm.ranking import Ranking
from coach.rfm.read_orders import Asked, read
from coach.rfm.score import score
from coach.settings import settings

ASOF = date(2026, 6, 30)


@cache
def knowledge() -> Knowledge:
    return load(settings().knowledge)


def tools() -> Any:
    """What the ranking needs of Tools."""
    return SimpleNamespace(knowledge=knowledge(), words=knowledge().words)


def read_text(folder: Path, text: str | bytes, asked: Asked | None = None, today: date = ASOF) -> Orders:
    """Read the orders in a CSV file with this content."""
    path = folder / "orders.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return read(path, knowledge().order_reading, today, asked)


def table_of(rows: Sequence[Sequence[Any]], head: str = "customer,date,amount") -> str:
    """Return a CSV of rows."""
    return "\n".join([head, *(",".join(map(str, row)) for row in rows)]) + "\n"


def ranked(folder: Path, text: str | bytes, preset: str = "seed", asof: date = ASOF, **asked: Any) -> Ranking:
    """Rank the orders in a CSV file with this content."""
    return score(read_text(folder, text, Asked(**asked), asof), preset, asof, knowledge())


def customer(ranking: Ranking, name: str) -> dict[str, Any]:
    """Return the row of a customer."""
    return next(row for row in ranking.table.iter_rows(named=True) if row["customer"] == name)


def kinds(ranking: Ranking | Orders) -> list[str]:
    """Return the kinds of all notes."""
    return [note.kind for note in ranking.notes]
