"""The copies of the book that the program itself makes before it changes the tables."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.engine import Engine

from coach.accounts.database import file_of, new_engine
from coach.accounts.errors import UnavailableError
from coach.accounts.migrate import BACKUPS
from coach.privacy.erase import compact, erase_in
from coach.privacy.files import Cleared
from coach.privacy.mentions import Mentions
from coach.privacy.subject import Subject


def clear_backups(engine: Engine, subject: Subject, mentions: Mentions) -> Cleared:
    """Delete the subject's rows in each copy; a copy that cannot be opened is left and named."""
    cleared = Cleared()
    for path in backups_of(engine):
        copy = new_engine(f"sqlite:///{path}")
        try:
            erase_in(copy, subject, mentions)
            compact(copy)
            cleared.gone["backups"] += 1
        except (UnavailableError, KeyError) as error:  # KeyError: a table that this older copy lacks
            cleared.left.append((str(path), str(error)))
        finally:
            copy.dispose()
    return cleared


def backups_of(engine: Engine) -> Iterator[Path]:
    """Yield the copies that lie beside an SQLite database."""
    path = file_of(engine.url.render_as_string(hide_password=False))
    if path is not None:
        yield from sorted((path.parent / BACKUPS).glob(f"{path.stem}-*.db"))
