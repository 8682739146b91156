"""Books on SQLite and, where it is installed, on PostgreSQL: each test that asks for one runs on both."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine

from coach.accounts.book import AccountBook
from coach.accounts.database import open_database
from tests import postgres

_numbers = itertools.count()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'accounts.db'}"
    number = next(_numbers)
    before = f"book{number - 1}" if number else None
    return postgres.empty_database(request.getfixturevalue("postgres_url"), f"book{number}", before)


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    opened = open_database(url)
    yield opened
    opened.dispose()


@pytest.fixture
def book(engine: Engine) -> AccountBook:
    """The book of Ann."""
    return AccountBook(engine, "ann")


@pytest.fixture
def book_of(engine: Engine) -> Callable[[str], AccountBook]:
    return lambda user: AccountBook(engine, user)
