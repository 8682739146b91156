"""A table survives processes that change it at once, and damage is said rather than overwritten."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from coach.sign_in.table import DamagedTableError, Table
from tests.waiting import COMES_S


def add(path: Path, name: str) -> None:
    table = Table(path)
    for number in range(20):
        with table.changing() as rows:
            rows[f"{name}-{number}"] = {"by": name}


def test_processes_that_change_it_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "home" / "rows.json"
    context = multiprocessing.get_context("fork")
    processes = [context.Process(target=add, args=(path, name)) for name in "abc"]
    for process in processes:
        process.start()
    for process in processes:
        process.join(COMES_S)
    assert len(Table(path).rows()) == 60


def test_another_process_s_change_is_seen_and_all_is_private(tmp_path: Path) -> None:
    path = tmp_path / "home" / "rows.json"
    mine = Table(path)
    assert mine.rows() == {}
    add(path, "other")
    assert len(mine.rows()) == 20
    path.unlink()
    assert mine.rows() == {}
    add(path, "other")
    assert [one.stat().st_mode & 0o077 for one in (path, *path.parent.iterdir(), path.parent)] == [0] * 4


def test_a_change_that_fails_changes_nothing(tmp_path: Path) -> None:
    table = Table(tmp_path / "rows.json")
    with table.changing() as rows:
        rows["a"] = {"n": 1}
    with pytest.raises(ZeroDivisionError), table.changing() as rows:
        rows.pop("a")["n"] /= 0
    assert table.rows() == Table(table.path).rows() == {"a": {"n": 1}}


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"a": 1}', b"\xff", b"[" * 100_000])
def test_damage_is_said_and_the_file_left(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "rows.json"
    path.write_bytes(content)
    for attempt in (lambda: Table(path).rows(), lambda: Table(path).changing().__enter__()):
        with pytest.raises(DamagedTableError):
            attempt()
    assert path.read_bytes() == content
