"""`coach stances`: page, one person, JSON, pictures; what is not there is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from coach.accounts.open import book_of
from coach.accounts.records import Account, Contact, Observation
from coach.cli.main import main
from coach.settings import settings

CAPTURE = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _book(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COACH_TODAY", "2026-03-02")
    monkeypatch.setenv("COACH_LANG", "en")
    book = book_of("ann", settings().home)
    [firm] = book.save(Account("Nordlicht GmbH"))
    [jonas] = book.save(Contact("Jonas", account=firm.id))
    book.save(
        Observation(jonas.id, "role", "decider", "2026-02-20", account=firm.id, quote="I decide"),
        Observation(jonas.id, "stance", "opponent", "2026-02-21", account=firm.id, quote="your last lot failed"),
    )


def run(*arguments: str) -> int:
    return main(["stances", *arguments, "--user", "ann"])


def test_page(capsys: CAPTURE) -> None:
    assert run("nord") == 0
    said = capsys.readouterr().out
    assert "Nordlicht GmbH" in said
    assert "your last lot failed" in said


def test_person(capsys: CAPTURE) -> None:
    assert run("nord", "--person", "Jonas") == 0
    assert "your last lot failed" in capsys.readouterr().out
    assert run("nord", "--person", "Eva") == 1
    assert "Eva" in capsys.readouterr().err


def test_json(capsys: CAPTURE) -> None:
    assert run("Nordlicht GmbH", "--json") == 0
    value = json.loads(capsys.readouterr().out)
    assert value["light"] == "red"
    [jonas] = value["people"]
    assert (jonas["stance"], jonas["roles"]) == ("opponent", ["decider"])
    assert jonas["for"][0]["quote"] == "your last lot failed"
    assert {"no_coach"} <= {gap["kind"] for gap in value["gaps"]}


@pytest.mark.parametrize(("name", "starts"), [("m.svg", b"<svg"), ("m.png", b"\x89PNG")])
@pytest.mark.parametrize("which", ["--map", "--matrix"])
def test_pictures(tmp_path: Path, capsys: CAPTURE, which: str, name: str, starts: bytes) -> None:
    path = tmp_path / name
    assert run("nord", which, str(path)) == 0
    assert path.read_bytes().startswith(starts)
    assert str(path) in capsys.readouterr().err


def test_a_picture_of_another_kind_is_wrong_usage(capsys: CAPTURE) -> None:
    with pytest.raises(SystemExit) as ended:
        run("nord", "--map", "m.gif")
    assert ended.value.code == 2
    assert ".svg" in capsys.readouterr().err


def test_an_unknown_account_is_told(capsys: CAPTURE) -> None:
    assert run("Polaris") == 1
    assert "Polaris" in capsys.readouterr().err


def test_the_iceberg_of_an_account(tmp_path: Path, capsys: CAPTURE) -> None:
    path = tmp_path / "ice.svg"
    assert main(["account", "nord", "--iceberg", str(path), "--lang", "en", "--user", "ann"]) == 0
    assert "the iceberg of needs" in path.read_text(encoding="utf-8")
    assert str(path) in capsys.readouterr().err
