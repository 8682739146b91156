"""Pairs of letters by which SQLite finds part of a name without reading every name, also parts of one Han character."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import lru_cache

import sqlalchemy as sa
from sqlalchemy.engine import Connection

TABLE = "name_grams"
FUNCTION = "name_grams_of"  # of a row of `names`; each connection has it, since the triggers call it
START = "x0"  # of a line; no letter is written so
OWN, PEOPLE = "o", "p"  # whose name it is
# Only which row holds which pair is kept, not the names: they stand in `names`, and the triggers keep both alike.
_MAKE = (
    f"CREATE VIRTUAL TABLE {TABLE} USING fts5(grams, content='', detail=none, columnsize=0, tokenize='ascii')",
    f"CREATE TRIGGER {TABLE}_insert AFTER INSERT ON names BEGIN {{insert}}; END",
    f"CREATE TRIGGER {TABLE}_delete AFTER DELETE ON names BEGIN {{delete}}; END",
    f"CREATE TRIGGER {TABLE}_update AFTER UPDATE ON names BEGIN {{delete}}; {{insert}}; END",
)
_INSERT = f"INSERT INTO {TABLE}(rowid, grams) VALUES (new.rowid, {FUNCTION}(new.own, new.people))"
_DELETE = f"INSERT INTO {TABLE}({TABLE}, rowid, grams) VALUES ('delete', old.rowid, {FUNCTION}(old.own, old.people))"


def make(connection: Connection) -> None:
    """Make the index beside the table `names`; where this SQLite has none of the kind, searching reads all names."""
    options = connection.exec_driver_sql("PRAGMA compile_options").scalars().all()
    if "ENABLE_FTS5" in options:
        for statement in _MAKE:
            connection.exec_driver_sql(statement.format(insert=_INSERT, delete=_DELETE))


def teach(connection: sqlite3.Connection) -> None:
    """Give a new connection the function that the triggers call."""
    connection.create_function(FUNCTION, 2, grams_of, deterministic=True)


def is_there(connection: Connection) -> bool:
    if connection.dialect.name != "sqlite":
        return False
    query = sa.text("SELECT count(*) FROM sqlite_master WHERE name = :name")
    return bool(connection.execute(query, {"name": TABLE}).scalar())


def sweep(connection: Connection) -> None:
    """Rewrite the index so that nothing of deleted names is left in it; to be called after forgetting an account."""
    if is_there(connection):
        connection.exec_driver_sql(f"INSERT INTO {TABLE}({TABLE}) VALUES ('optimize')")


def grams_of(own: str, people: str) -> str:
    """Return the letters and pairs of letters in the names, as words of the index."""
    return " ".join([*_grams(OWN, own), *_grams(PEOPLE, people)])


def _grams(side: str, text: str) -> Iterator[str]:
    found = frozenset().union(*map(_of_line, text.strip("\n").split("\n")))
    return (side + gram for gram in found)


@lru_cache(maxsize=50_000)  # many people have the same name
def _of_line(line: str) -> frozenset[str]:
    signs = [START, *map(_sign, line)]
    return frozenset([*signs[1:], *map(str.__add__, signs, signs[1:])])


def asked(side: str, key: str, *, start: bool = False) -> str:
    """Return the question for names that hold `key`, at their start if so wanted."""
    signs = [*([START] if start else []), *map(_sign, key)]
    pairs = list(map(str.__add__, signs, signs[1:])) or signs
    return "(" + " AND ".join(side + pair for pair in dict.fromkeys(pairs)) + ")"


@lru_cache(maxsize=20_000)
def _sign(char: str) -> str:
    """Return the letter in letters and digits of ASCII, the only ones that every SQLite treats alike."""
    return char if char.isascii() and char.isalnum() else f"x{ord(char):x}"
