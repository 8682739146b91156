"""Tables made from what Alembic executed are the tables that Alembic makes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from coach.accounts import migrate
from coach.accounts.database import new_engine, writing
from tests import postgres
from tests.migrated import Migrated


def made_of(engine: Engine) -> Any:
    """Return all that a database knows of its tables, and its revision."""
    looked = sa.inspect(engine)
    names = sorted(looked.get_table_names())
    with engine.connect() as connection:
        found = [
            (name, looked.get_columns(name), looked.get_pk_constraint(name), looked.get_foreign_keys(name),
             looked.get_indexes(name), looked.get_unique_constraints(name), looked.get_check_constraints(name))
            for name in names
        ]  # fmt: skip
        extra = [] if engine.dialect.name != "sqlite" else connection.exec_driver_sql("SELECT sql FROM sqlite_master")
        return repr(found), sorted(str(row[0]) for row in extra), migrate.revision(connection)


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_the_same_tables(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    upgrade = Migrated()
    made = []
    for number in range(2):
        if kind == "sqlite":
            url = f"sqlite:///{tmp_path / str(number)}.db"
        else:
            url = postgres.empty_database(request.getfixturevalue("postgres_url"), f"migrated{number}")
        engine = new_engine(url)
        with writing(engine) as connection:
            upgrade(connection)
        made.append(made_of(engine))
        engine.dispose()
    assert made[0] == made[1]
    assert made[0][2] == migrate.HEAD
