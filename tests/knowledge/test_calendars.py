"""The twins of calendars say what runs and what is due on a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from coach.knowledge.load import load
from coach.season.season import season
from coach.settings import settings
from tests.yaml_files import held

HERE = Path(__file__).parent / "calendars"


def days() -> list[tuple[str, dict[str, Any]]]:
    return [(path.stem, row) for path in sorted(HERE.glob("*.yml")) for row in held(path)["days"]]


@pytest.mark.parametrize(("name", "row"), days(), ids=lambda value: str(value))
def test_day(name: str, row: dict[str, Any]) -> None:
    now = season(load(settings().knowledge).calendars[name], date.fromisoformat(row["day"]))
    assert sorted(item.phase.id for item in now.running) == sorted(row["running"])
    due = [f"{item.what.id}.{action.id}" for item in now.due for action in item.now]
    assert sorted(due) == sorted(row["due"])
