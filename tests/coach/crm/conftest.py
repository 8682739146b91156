"""The books of the account book's tests, and a way to import text as a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from coach.accounts.book import AccountBook
from coach.crm.importing import import_table
from coach.crm.result import Result
from coach.crm.tables import open_table
from coach.knowledge.load import Knowledge, load
from coach.settings import settings
from tests.coach.accounts.conftest import book, book_of, engine, url  # noqa: F401

DAY = date(2026, 3, 2)
Take = Callable[..., Result]


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load(settings().knowledge)


@pytest.fixture
def take(book: AccountBook, knowledge: Knowledge, tmp_path: Path) -> Take:  # noqa: F811
    """Import a text into Ann's book, or that of another user."""

    def run(text: str | bytes, *, of: AccountBook = book, system: str | None = None, **options: Any) -> Result:
        path = tmp_path / "file.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return import_table(of, open_table(path, knowledge.crm_forms.values(), system), DAY, **options)

    return run
