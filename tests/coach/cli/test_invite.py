"""`coach invite` keeps the contract of the verbs: the link alone on stdout, exit codes 0, 1, 2."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from coach.cli.main import main
from coach.sign_in.invites import Invites
from coach.sign_in.sessions import INVITE, OIDC, Session, Sessions


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, tools: Any) -> Path:
    monkeypatch.setenv("COACH_HOME", str(tmp_path))
    monkeypatch.delenv("COACH_PUBLIC_URL", raising=False)
    monkeypatch.setenv("COACH_SIGN_IN", "invite")
    return tmp_path


def test_the_link_signs_in(home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_PUBLIC_URL", "https://coach.example.com/")
    assert main(["invite", "Li Na", "--manager", "--days", "3", "--lang", "en"]) == 0
    out, err = capsys.readouterr()
    start, _, secret = out.strip().partition("/sign_in#")
    assert start == "https://coach.example.com"
    found = Invites(home).of_secret(secret, 0)
    assert found is not None
    assert (found.user, found.manager, round(found.until - found.made)) == ("Li Na", True, 3 * 86_400)
    assert "Li Na" in err
    assert secret not in err


@pytest.mark.parametrize(
    ("lang", "words"), [("zh", ("COACH_PUBLIC_URL", "这台电脑")), ("en", ("COACH_PUBLIC_URL", "this computer"))]
)
def test_an_address_of_this_computer_is_said_to_be_one(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, lang: str, words: tuple[str, ...]
) -> None:
    monkeypatch.delenv("COACH_SIGN_IN")
    assert main(["invite", "Li Na", "--lang", lang]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("http://127.0.0.1:5005/sign_in#")
    assert all(word in err for word in (*words, "COACH_SIGN_IN=invite"))


def test_json_is_one_value(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["invite", "wang@example.com", "--url", "http://coach:5005", "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert made["link"].startswith("http://coach:5005/sign_in#")
    assert main(["invite", "--list", "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert row == {key: value for key, value in made.items() if key != "link"}
    assert (row["user"], row["used"], row["ended"]) == ("wang@example.com", None, False)


def test_list(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["invite", "--list", "--lang", "en"]) == 0
    assert capsys.readouterr().out == "Nobody is invited.\n"
    invites = Invites(home)
    new, _ = invites.invite("Wang", manager=True, days=7, now=4e9)
    invites.note_use(new, 4e9)
    invites.invite("Li Na", manager=False, days=1, now=4e9 - 20 * 86_400)
    path = home / "sign_in" / "invites.json"
    path.write_text(path.read_text().replace(f"{4e9 - 19 * 86_400}", "1000.0"))
    assert main(["invite", "--list", "--lang", "en"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("Li Na (salesperson): ended ")
    assert first.endswith("not used yet")
    assert second.startswith("Wang (manager): works until ")
    assert "last signed in" in second


def session(user: str, how: str) -> Session:
    return Session(user, user, False, how, 0, 9e9)


@pytest.mark.parametrize("who", ["Li Na", "li na", "wang@example.com"])
def test_revoke_ends_link_and_sessions(home: Path, capsys: pytest.CaptureFixture[str], who: str) -> None:
    _, secret = Invites(home).invite("Li Na", manager=False, days=7, now=4e9)
    sessions = Sessions(home)
    sids = {"Li Na": sessions.begin(session("Li Na", INVITE), 0)}
    sids["wang@example.com"] = sessions.begin(session("wang@example.com", OIDC), 0)
    assert main(["invite", "--revoke", who]) == 0
    assert capsys.readouterr().err == ""
    ended = {user for user, sid in sids.items() if Sessions(home).of(sid, 1) is None}
    assert {user.casefold() for user in ended} == {who.casefold()}
    assert (Invites(home).of_secret(secret, 4e9) is None) == (who != "wang@example.com")
    assert main(["invite", "--revoke", who]) == 1
    assert who in capsys.readouterr().err


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("who", ["li@", "", "..."])
def test_what_is_no_name_is_said(home: Path, capsys: pytest.CaptureFixture[str], who: str, lang: str) -> None:
    assert main(["invite", who, "--lang", lang]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "li.na@example.com" in err
    assert not (home / "sign_in" / "invites.json").exists() or Invites(home).all() == []


def test_a_damaged_file_is_said_and_left(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = home / "sign_in" / "invites.json"
    path.parent.mkdir()
    path.write_text("{")
    for arguments in (["Li Na"], ["--list"], ["--revoke", "Li Na"]):
        assert main(["invite", *arguments]) == 1
        out, err = capsys.readouterr()
        assert (out, str(path) in err, path.read_text()) == ("", True, "{")


def test_a_folder_that_cannot_be_written_is_said(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "sign_in").write_text("")
    assert main(["invite", "Li Na"]) == 1
    assert str(home / "sign_in") in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["Li Na", "--list"],
        ["--list", "--revoke", "x"],
        ["Li Na", "--days", "0"],
        ["Li Na", "--days", "366"],
        ["x", "--days", "a"],
        ["a", "b"],
    ],
)
def test_wrong_usage(home: Path, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["invite", *arguments])
    assert stop.value.code == 2
