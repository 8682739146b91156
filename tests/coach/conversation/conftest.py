"""A home with an empty account book."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from coach.accounts.database import open_database
from coach.context import Context, Tools


@pytest.fixture
def context(request: pytest.FixtureRequest, tools: Tools, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Context:
    """The context of Ann on the day `TODAY` of the file with the test, where it names one."""
    monkeypatch.delenv("COACH_DATABASE", raising=False)
    open_database.cache_clear()
    return Context(tools, getattr(request.module, "TODAY", date(2026, 3, 2)), tmp_path / "home", "ann")
