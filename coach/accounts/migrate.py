"""Bring the tables up to date with Alembic; an SQLite file is copied before it is changed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from coach.progress.private import make_private

MIGRATIONS = Path(__file__).parent / "migrations"
HEAD = "0001"  # the newest revision; a test compares it with the files
BACKUPS = "backups"
_LOCK = 7_146_203  # any number: what PostgreSQL's processes agree on while one of them migrates


def bring_up_to_date(engine: Engine, path: Path | None) -> None:
    """Make or change the tables when they are not those of HEAD. One process does it, others wait."""
    with engine.connect() as connection:
        found = revision(connection)
    if found == HEAD:
        return
    if found is not None and path is not None:
        back_up(path, found)
    with engine.connect() as plain:
        connection = plain.execution_options(writes=True)
        with connection.begin():
            if engine.dialect.name == "postgresql":
                connection.execute(sa.text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            if revision(connection) != HEAD:
                _upgrade(connection)


def revision(connection: Connection) -> str | None:
    """Return the revision of the tables; None when there are none yet."""
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def back_up(path: Path, found: str) -> Path:
    """Copy the database, also while others use it, into the folder `backups` beside it; return the copy."""
    folder = path.parent / BACKUPS
    make_private(folder)
    copy = folder / f"{path.stem}-{found}.db"
    copy.touch(mode=0o600)
    with sqlite3.connect(path) as source, sqlite3.connect(copy) as target:
        source.backup(target)
    source.close()
    target.close()
    return copy
