"""The account book of a user, in the database of this computer's settings."""

from __future__ import annotations

from pathlib import Path

from coach.accounts.book import AccountBook
from coach.accounts.database import open_database, url_for


def book_of(user: str, home: Path) -> AccountBook:
    """Return the book; the database is made on first use. Raises UnavailableError when it cannot be used."""
    return AccountBook(open_database(url_for(home)), user)
