"""A user with a home and an account book of their own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from coach.accounts.database import open_database
from coach.context import Context, Tools


@pytest.fixture
def context(tools: Tools, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Context:
    monkeypatch.delenv("COACH_DATABASE", raising=False)
    open_database.cache_clear()
    return Context(tools, date(2026, 3, 2), tmp_path / "home", "ann")
