"""A database file that is written anew holds no byte of what was deleted, and waits its turn when it is in use."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from coach.privacy.anew import is_due, mark_due, write_anew, write_anew_if_due

WORDS = ("他怕丢掉工作", "he fears for his job")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "some.db"


@pytest.fixture
def used(path: Path) -> Iterator[sqlite3.Connection]:
    """A file in which rows of changing length were written for a while, then all with the WORDS deleted."""
    chance = random.Random(3)  # a seed with which copies stay behind (see the test below)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for pragma in ("journal_mode=WAL", "synchronous=OFF", "secure_delete=ON"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("CREATE TABLE said (who TEXT, number INTEGER, words TEXT, UNIQUE (who, words, number))")
        for number in range(1500):
            who = chance.choice("abcd")
            words = " and ".join(WORDS) if who == "a" else "nothing"
            text = words * chance.choice((1, 5, 100))
            connection.execute("INSERT INTO said VALUES (?, ?, ?)", [who, number, text])
            if chance.random() < 0.05:
                connection.execute("DELETE FROM said WHERE who = ? AND number % 3 = 0", [who])
        connection.execute("DELETE FROM said WHERE who = 'a'")
        mark_due(path)
        yield connection


def held(folder: Path) -> list[str]:
    raw = b"".join(one.read_bytes() for one in folder.iterdir())
    return [words for words in WORDS if words.encode() in raw]


def test_nothing_stays(used: sqlite3.Connection, path: Path) -> None:
    assert held(path.parent) == [*WORDS]
    write_anew(path)
    assert (held(path.parent), is_due(path)) == ([], False)
    assert used.execute("SELECT count(*) > 0 FROM said").fetchone() == (1,)


def test_emptying_the_journal_alone_would_leave_copies(used: sqlite3.Connection, path: Path) -> None:
    """The reason for writing the whole file: should SQLite do better one day, that can go."""
    used.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert held(path.parent) == [*WORDS]


def test_while_somebody_reads_it_stays_due(used: sqlite3.Connection, path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM said").fetchone()
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            write_anew(path, wait_s=0.1)
        write_anew_if_due(path, wait_s=0.1)
        assert is_due(path)
    write_anew_if_due(path)
    assert (held(path.parent), is_due(path)) == ([], False)


def test_no_file_is_made(path: Path) -> None:
    write_anew(path)
    assert not path.exists()
