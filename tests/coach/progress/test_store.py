"""Results are kept one a line, for their owner alone, and survive damage and haste."""

from __future__ import annotations

import json
import logging
import multiprocessing
import sys
import time
from pathlib import Path

import pytest

from coach.progress.record import Record
from coach.progress.store import forget, note, read, records
from tests.coach.progress.records import call
from tests.waiting import COMES_S

GOOD = '{"day": "2026-03-02", "kind": "drill", "name": "closing", "score": 50, "skills": {"next_step": 0.5}}'


def results(home: Path, content: bytes) -> Path:
    path = home / "progress" / "anna" / "results.jsonl"
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("user", ["anna", "terminal-li", "王工", "../../etc", "", "a" * 200, "\ud800"])
def test_what_is_noted_is_read_by_this_user_alone(tmp_path: Path, user: str) -> None:
    first, second = call("2026-03-02", problem=0.25), Record("2026-03-03", "review", "电话 1.txt", 40, {})
    note(tmp_path, user, first)
    note(tmp_path, user, second)
    assert records(tmp_path, user) == [first, second]
    assert records(tmp_path, "somebody") == []
    assert [path.parent for path in (tmp_path / "progress").iterdir()] == [tmp_path / "progress"]


def test_only_the_owner_can_read(tmp_path: Path) -> None:
    note(tmp_path / "new" / "home", "anna", call("2026-03-02"))
    modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.rglob("*")}
    assert modes == {"new": 0o700, "home": 0o700, "progress": 0o700, "anna": 0o700, "results.jsonl": 0o600}


@pytest.mark.parametrize(
    ("line", "damaged"),
    [
        (GOOD, False),
        (GOOD.replace("}}", '}, "later": 1}'), False),
        (GOOD.replace("}}", '}, "difficulty": "hard", "prompts": 6, "hints": 0}'), False),
        (GOOD.replace("}}", '}, "difficulty": null, "prompts": null, "hints": null}'), False),
        (GOOD.replace("}}", '}, "difficulty": 3}'), True),
        (GOOD.replace("}}", '}, "prompts": "six"}'), True),
        (GOOD.replace("}}", '}, "hints": -1}'), True),
        ("", False),
        ("  \r", False),
        (GOOD[:40], True),
        ("null", True),
        ("[]", True),
        ("{}", True),
        ("[" * 100_000, True),
        (GOOD.replace('"2026-03-02"', "5"), True),
        (GOOD.replace("2026-03-02", "yesterday"), True),
        (GOOD.replace("2026", "9999"), True),
        (GOOD.replace("50", '"50"'), True),
        (GOOD.replace("50", "true"), True),
        (GOOD.replace("50", "101"), True),
        (GOOD.replace("0.5", "NaN"), True),
        (GOOD.replace("0.5", "7"), True),
        (GOOD.replace("0.5", "null"), True),
        (GOOD.replace('{"next_step": 0.5}', '["next_step"]'), True),
        (GOOD.replace("closing", "\udcff"), True),
    ],
)
def test_a_damaged_line_is_left_out(tmp_path: Path, line: str, damaged: bool) -> None:
    content = f"{GOOD}\n{line}\n{GOOD}\n".encode("utf-8", "surrogateescape")
    results(tmp_path, content)
    found = read(tmp_path, "anna")
    assert found.damaged == ([2] if damaged else [])
    assert len(found.records) == (3 if line.startswith("{") and not damaged else 2)


def test_a_record_without_the_later_fields_is_read_and_they_come_back_when_kept(tmp_path: Path) -> None:
    results(tmp_path, (GOOD + "\n").encode())
    hard = Record("2026-03-03", "rehearsal", "plums", 40, {}, difficulty="hard", hints=2)
    note(tmp_path, "anna", hard)
    old, new = records(tmp_path, "anna")
    assert (old.difficulty, old.prompts, old.hints) == (None, None, None)
    assert new == hard


def test_damage_is_logged_once_by_line_and_without_content(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    results(tmp_path, b'secret\n{"day": "secret"}\n')
    with caplog.at_level(logging.DEBUG):
        assert records(tmp_path, "anna") == []
        note(tmp_path, "anna", call("2026-03-02", problem=0.125))
    assert len(caplog.records) == 1
    assert "[1, 2]" in caplog.text
    assert "secret" not in caplog.text


def test_empty_file_is_no_record(tmp_path: Path) -> None:
    results(tmp_path, b"")
    assert records(tmp_path, "anna") == []


def test_a_line_that_was_cut_off_does_not_take_the_next_one_with_it(tmp_path: Path) -> None:
    path = results(tmp_path, GOOD.encode() + b"\n" + GOOD[:30].encode())
    note(tmp_path, "anna", call("2026-03-04"))
    note(tmp_path, "anna", call("2026-03-05"))
    assert [record.day for record in records(tmp_path, "anna")] == ["2026-03-02", "2026-03-04", "2026-03-05"]
    assert path.read_bytes().count(b"\n") == 4


def append(home: Path, name: str) -> None:
    for i in range(300):
        note(home, "anna", Record("2026-03-02", "rehearsal", name * 300, i % 100, {"problem": 0.5}))


def test_two_processes_append_at_once(tmp_path: Path) -> None:
    both = [multiprocessing.get_context("fork").Process(target=append, args=(tmp_path, name)) for name in "ab"]
    for process in both:
        process.start()
    for process in both:
        process.join(COMES_S)
    found = read(tmp_path, "anna")
    assert (len(found.records), found.damaged) == (600, [])


def test_a_folder_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "progress").write_text("a file in the way")
    with pytest.raises(OSError, match="progress"):
        note(tmp_path, "anna", call("2026-03-02"))


def test_ten_thousand_records_are_quick(tmp_path: Path) -> None:
    results(tmp_path, (GOOD + "\n").encode() * 10_000)
    start = time.process_time()
    assert len(records(tmp_path, "anna")) == 10_000
    note(tmp_path, "anna", call("2026-03-02"))
    assert time.process_time() - start < (6 if sys.gettrace() else 2)  # coverage slows every line of ours


def test_forget_deletes_results_and_receipts_of_this_user_alone(tmp_path: Path) -> None:
    for user in ("anna", "ben", "王工"):
        note(tmp_path, user, call("2026-03-02"))
    (tmp_path / "receipts" / "anna").mkdir(parents=True)
    (tmp_path / "receipts" / "anna" / "one.json").write_text(json.dumps({}))
    forget(tmp_path, "anna")
    forget(tmp_path, "王工")
    forget(tmp_path, "nobody")
    kept = [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()]
    assert kept == ["progress/ben/results.jsonl"]


def test_forget_says_when_something_remains(tmp_path: Path) -> None:
    note(tmp_path, "anna", call("2026-03-02"))
    (tmp_path / "receipts").mkdir()
    (tmp_path / "receipts" / "anna").write_text("a file in place of a folder")
    with pytest.raises(NotADirectoryError):
        forget(tmp_path, "anna")
    assert not (tmp_path / "progress" / "anna").exists()
