"""Alembic makes the tables of the first database of a test run; each later one gets the same statements without it.

Most of the time that a new account book takes is Alembic's, which reads and plans the migrations anew each time.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from coach.accounts import migrate

_UPGRADE = migrate._upgrade


class Migrated:
    """Stands for `migrate._upgrade`."""

    def __init__(self) -> None:
        self._made_by: dict[str, list[tuple[str, Any]]] = {}  # database -> what Alembic executed

    def __call__(self, connection: Connection) -> None:
        kind = connection.dialect.name
        if migrate.revision(connection) is not None:
            _UPGRADE(connection)
        elif kind not in self._made_by:
            self._made_by[kind] = self._heard(connection)
        else:
            for statement, values in self._made_by[kind]:
                connection.exec_driver_sql(statement, values)

    def _heard(self, connection: Connection) -> list[tuple[str, Any]]:
        """Upgrade and return what changed the database."""
        heard: list[tuple[str, Any]] = []

        def hear(_one: Any, _cursor: Any, statement: str, values: Any, *_more: Any) -> None:
            if statement.lstrip()[:6].upper() in ("CREATE", "INSERT", "ALTER "):
                heard.append((statement, values))

        sa.event.listen(connection, "before_cursor_execute", hear)
        try:
            _UPGRADE(connection)
        finally:
            sa.event.remove(connection, "before_cursor_execute", hear)
        return heard
