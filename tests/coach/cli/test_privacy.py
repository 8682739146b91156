"""`coach export`, `coach forget` and `coach retention`: exit codes, what is said, and that nothing goes unasked."""

from __future__ import annotations

import io
import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from coach.accounts.book import AccountBook
from coach.accounts.open import book_of
from coach.accounts.records import Account, Contact, Note
from coach.cli.main import main
from coach.cli.tools import RefusedError
from coach.context import Tools
from coach.terminal import user

FIRM, PERSON = "Nordlicht GmbH", "王磊"


@pytest.fixture
def book(tmp_path: Path, tools: Tools, monkeypatch: pytest.MonkeyPatch) -> AccountBook:
    """This terminal's book with an account long since untouched."""
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COACH_TODAY", "2026-11-20")
    monkeypatch.delenv("COACH_DATABASE", raising=False)
    monkeypatch.delenv("COACH_RETENTION_DAYS", raising=False)
    monkeypatch.setattr("coach.cli.retention.checked_tools", lambda *_: tools)
    opened = AccountBook(book_of(user(), tmp_path / "home").engine, user(), lambda: "2024-01-01T00:00:00.000Z")
    [firm] = opened.save(Account(FIRM))
    [person] = opened.save(Contact(PERSON, account=firm.id))
    opened.save(Note("喜欢钓鱼", "2024-01-01", person.id, account=firm.id))
    return opened


def run(capsys: Any, *arguments: str) -> tuple[int, str, str]:
    code = main([*arguments, "--lang", "en"])
    out, err = capsys.readouterr()
    return code, out, err


def test_export_prints_one_json_value(book: AccountBook, capsys: Any) -> None:
    code, out, err = run(capsys, "export", FIRM)
    assert (code, err) == (0, "")
    value = json.loads(out)
    assert value["notes"][0]["text"] == "喜欢钓鱼"
    assert value["conversations"] == value["pages"] == []


def test_export_writes_files(book: AccountBook, capsys: Any, tmp_path: Path) -> None:
    code, out, err = run(capsys, "export", FIRM, "--contact", PERSON, "--out", str(tmp_path / "out"))
    assert (code, out) == (0, "")
    assert "personal data" in err
    assert {"contacts.csv", "all.json"} <= {path.name for path in (tmp_path / "out").iterdir()}
    code, _, err = run(capsys, "export", FIRM, "--out", str(tmp_path / "no" / "out.json"))
    assert code == 1
    assert "No such file" in err


@pytest.mark.parametrize("verb", ["export", "forget"])
def test_unknown_names_are_told(book: AccountBook, capsys: Any, verb: str) -> None:
    for arguments in ((verb, "Nobody"), (verb, FIRM, "--contact", "Nobody")):
        code, out, err = run(capsys, *arguments)
        assert (code, out) == (1, "")
        assert "“Nobody” was not found" in err


@pytest.mark.parametrize(("typed", "code", "left"), [("no\n", 2, 1), ("", 2, 1), ("yes\n", 0, 0)])
def test_forget_asks(
    book: AccountBook, capsys: Any, monkeypatch: pytest.MonkeyPatch, typed: str, code: int, left: int
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    ended, out, err = run(capsys, "forget", FIRM, "--contact", PERSON)
    assert ended == code
    assert "contacts: 1, notes: 1" in err
    assert len(book.dossier(book.accounts()[0].id).contacts) == left
    assert PERSON not in out
    assert ("Not confirmed" in err) == bool(left)


def test_forget_tells_as_json(book: AccountBook, capsys: Any) -> None:
    code, out, _ = run(capsys, "forget", FIRM, "--yes", "--json")
    assert code == 0
    assert json.loads(out)["gone"]["accounts"] == 1
    assert book.accounts() == []


def test_what_remains_is_an_error(book: AccountBook, capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = {"conversations": 0, "left": [["conversations.db", "locked"]]}
    monkeypatch.setattr("coach.cli.forget.stored_conversations", lambda _home: lambda _request: answer)
    code, out, err = run(capsys, "forget", FIRM, "--yes")
    assert (code, out) == (1, "")
    assert "conversations.db (locked)" in err
    assert "stay for now" in err
    assert len(book.accounts()) == 1


def test_a_server_part_that_fails_is_an_answer(book: AccountBook, capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    died = SimpleNamespace(stdout="", stderr="Traceback\nImportError: no rasa", returncode=1)
    monkeypatch.setattr("coach.privacy.stored.subprocess.run", lambda *_, **__: died)
    code, _, err = run(capsys, "forget", FIRM, "--yes")
    assert code == 1
    assert "ImportError" in err


def test_retention_says_what_would_go_and_then_does_it(
    book: AccountBook, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, out, err = run(capsys, "retention")
    assert (code, out) == (0, "")
    assert "No retention time is set" in err
    monkeypatch.setenv("COACH_RETENTION_DAYS", "365")
    code, out, _ = run(capsys, "retention", "--dry-run")
    assert code == 0
    assert "Older than 2025-11-20, would be deleted: accounts: 1" in out
    assert FIRM in out
    assert len(book.accounts()) == 1
    code, out, _ = run(capsys, "retention", "--json")
    assert json.loads(out)["gone"]["accounts"] == 1
    assert book.accounts() == []
    assert "nothing older" in run(capsys, "retention")[1]


def test_a_bad_retention_time_is_told(book: AccountBook, capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_RETENTION_DAYS", "a year")
    code, out, err = run(capsys, "retention")
    assert (code, out) == (1, "")
    assert "“a year”" in err


@pytest.mark.parametrize("verb", [["export", FIRM], ["forget", FIRM], ["retention"]])
def test_broken_knowledge_and_databases_end_with_1(
    book: AccountBook, capsys: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, verb: list[str]
) -> None:
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "other"))
    monkeypatch.setenv("COACH_RETENTION_DAYS", "365")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "accounts.db").write_bytes(b"no database" * 500)
    code, _, err = run(capsys, *verb)
    assert code == 1
    assert "damaged" in err

    def refuse(*_: object) -> None:
        raise RefusedError

    for loads in ("retention.checked_tools", "book.checked_knowledge"):
        monkeypatch.setattr(f"coach.cli.{loads}", refuse)
    assert run(capsys, *verb)[0] == 1
