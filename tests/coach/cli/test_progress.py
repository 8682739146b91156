"""`coach progress`: page, picture and export of one user's results."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from coach.cli.main import main
from coach.cli.tools import RefusedError
from coach.progress.store import note
from coach.terminal import user
from tests.coach.progress.records import call, drilled

RECORDS = [
    call("2026-03-01", 40, problem=0.5),
    drilled("2026-03-02", "paraphrase", 0.5),
    call("2026-03-03", 62, problem=1.0),
]


@pytest.fixture
def home(tmp_path: Path, practice: Any, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with results of this user and of Anna."""
    monkeypatch.setattr("coach.cli.progress.checked_tools", lambda *_: practice)
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COACH_TODAY", "2026-03-20")
    monkeypatch.setenv("COACH_LANG", "zh")
    for record in RECORDS:
        note(tmp_path / "home", user(), record)
    note(tmp_path / "home", "anna", RECORDS[0])
    return tmp_path / "home"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["progress", *arguments])
    out, err = capsys.readouterr()
    return code, out, err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "演练 2 场，小练习 1 轮"),
        (("--lang", "en"), "rehearsals: 2, drills: 1"),
        (("--user", "anna"), "演练 1 场，小练习 0 轮"),
        (("--user", "nobody"), "还没有练习记录"),
    ],
)
def test_page(capsys: pytest.CaptureFixture[str], home: Path, arguments: tuple[str, ...], said: str) -> None:
    code, out, err = run(capsys, *arguments)
    assert (code, err) == (0, "")
    assert said in out


@pytest.mark.parametrize(("who", "count"), [((), 3), (("--user", "anna"), 1), (("--user", "nobody"), 0)])
def test_json_is_every_record(capsys: pytest.CaptureFixture[str], home: Path, who: tuple[str, ...], count: int) -> None:
    code, out, err = run(capsys, "--json", *who)
    assert (code, err) == (0, "")
    exported = json.loads(out)
    assert len(exported) == count
    if count:
        assert exported[0] == {
            "day": "2026-03-01",
            "kind": "rehearsal",
            "name": "anywhere",
            "score": 40,
            "skills": {"problem": 0.5},
        }


def test_export_needs_no_knowledge(
    capsys: pytest.CaptureFixture[str], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RefusedError

    monkeypatch.setattr("coach.cli.progress.checked_tools", broken)
    assert run(capsys, "--json")[0] == 0
    assert run(capsys)[:2] == (1, "")


@pytest.mark.parametrize("also", [(), ("--json",)])
def test_picture_is_written_for_its_owner(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path, also: tuple[str, ...]
) -> None:
    path = tmp_path / "picture.svg"
    path.write_text("old and longer " * 10_000)
    code, out, err = run(capsys, "--picture", str(path), *also)
    assert (code, err.strip()) == (0, f"图已写入 {path}")
    assert out
    assert ElementTree.fromstring(path.read_text(encoding="utf-8")).tag.endswith("svg")
    assert path.stat().st_mode & 0o777 == 0o600


def test_picture_that_cannot_be_written(capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path) -> None:
    code, _, err = run(capsys, "--picture", str(tmp_path / "no" / "picture.svg"))
    assert code == 1
    assert err.strip() == f"{tmp_path / 'no' / 'picture.svg'}: No such file or directory"


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_damaged_lines_are_listed(capsys: pytest.CaptureFixture[str], home: Path, form: tuple[str, ...]) -> None:
    path = home / "progress" / "anna" / "results.jsonl"
    path.write_text("{broken\n" + path.read_text() + "\ufffd\n")
    code, out, err = run(capsys, "--user", "anna", *form)
    assert code == 1
    assert out
    assert [line.split(": ")[0] for line in err.splitlines()] == [f"{path}:1", f"{path}:3"]


def test_results_that_cannot_be_read(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    (home / "progress" / "ben" / "results.jsonl").mkdir(parents=True)
    assert run(capsys, "--user", "ben") == (1, "", f"{home / 'progress' / 'ben' / 'results.jsonl'}: Is a directory\n")
