"""Opening the file of conversations: fresh, damaged, foreign, locked, out of reach."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from server.database import UnusableDatabaseError, kind_of, open_database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "conversations.db"


def write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(content)


def test_fresh_file_is_made_in_wal_mode(path: Path) -> None:
    database = open_database(path)
    assert database.put_aside is None
    with database.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar() == 5000


def test_file_is_opened_again_with_what_it_holds(path: Path) -> None:
    first = open_database(path)
    with first.engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO conversations VALUES ('me', '{}', '[]', 1.0)")
    first.engine.dispose()
    with open_database(path).engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM conversations").scalar() == 1


def test_two_programmes_may_have_it_open(path: Path) -> None:
    first, second = open_database(path), open_database(path)
    for number, database in enumerate((first, second)):
        with database.engine.begin() as connection:
            connection.exec_driver_sql(f"INSERT INTO conversations VALUES ('{number}', '{{}}', '[]', 1.0)")


@pytest.mark.parametrize(
    "content", [b"this is no database, it is a letter. " * 200, b"SQLite format 3\x00" + b"\x07" * 9000]
)
def test_damaged_file_is_put_aside_and_kept(path: Path, content: bytes) -> None:
    write(path, content)
    database = open_database(path)
    assert database.put_aside is not None
    assert database.put_aside.read_bytes() == content
    with database.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM conversations").scalar() == 0


def test_damaged_page_inside_is_found(path: Path) -> None:
    first = open_database(path)
    with first.engine.begin() as connection:
        for number in range(300):
            connection.exec_driver_sql(f"INSERT INTO conversations VALUES ('{number}', '{'x' * 200}', '[]', 1.0)")
    with first.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    first.engine.dispose()
    content = bytearray(path.read_bytes())
    content[4096 * 3 : 4096 * 5] = b"\xff" * 4096 * 2
    path.write_bytes(content)
    assert open_database(path).put_aside is not None


def test_file_of_another_programme_is_put_aside(path: Path) -> None:
    path.parent.mkdir()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE conversations (name TEXT)")
    connection.close()
    assert open_database(path).put_aside is not None


def test_empty_file_is_a_fresh_one(path: Path) -> None:
    write(path, b"")
    assert open_database(path).put_aside is None


def test_locked_file_is_told_and_untouched(path: Path) -> None:
    open_database(path).engine.dispose()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(UnusableDatabaseError) as caught:
        open_database(path, wait_s=0.05)
    other.close()
    assert caught.value.kind == "locked"
    assert open_database(path).put_aside is None


def test_folder_in_place_of_the_file(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(UnusableDatabaseError) as caught:
        open_database(path)
    assert caught.value.kind == "unavailable"
    assert caught.value.path == path


def test_home_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file")
    with pytest.raises(UnusableDatabaseError) as caught:
        open_database(tmp_path / "home" / "conversations.db")
    assert caught.value.kind == "unavailable"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
@pytest.mark.parametrize("folder_mode", [0o555, 0o755])
def test_read_only_file_is_told_and_untouched(path: Path, folder_mode: int) -> None:
    open_database(path).engine.dispose()
    path.chmod(0o444)
    path.parent.chmod(folder_mode)
    with pytest.raises(UnusableDatabaseError) as caught:
        open_database(path)
    path.parent.chmod(0o755)
    assert caught.value.kind == "read_only"


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("file is not a database", "corrupt"),
        ("database disk image is malformed", "corrupt"),
        ("no such column: conversations.slots", "corrupt"),
        ("attempt to write a readonly database", "read_only"),
        ("database is locked", "locked"),
        ("unable to open database file", "unavailable"),
        ("disk I/O error", "unavailable"),
        ("database or disk is full", "unavailable"),
    ],
)
def test_kind_of_message(message: str, kind: str) -> None:
    assert kind_of(message) == kind
