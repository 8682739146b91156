"""A session is good until its end and can be ended; its name is known to the browser alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from coach.sign_in.sessions import INVITE, OIDC, Session, Sessions

NOW = 1_800_000_000.0
LI = Session("li.na@example.com", "Li Na", False, INVITE, NOW, NOW + 100, "abc")


def test_good_until_its_end(tmp_path: Path) -> None:
    sid = Sessions(tmp_path).begin(LI, NOW)
    assert Sessions(tmp_path).of(sid, NOW + 99) == LI
    assert Sessions(tmp_path).of(sid, NOW + 100) is None
    assert sid not in (tmp_path / "sign_in" / "sessions.json").read_text()
    assert Sessions(tmp_path).of(sid + "x", NOW) is Sessions(tmp_path).of("\ud800", NOW) is None


def test_ending_one_and_all(tmp_path: Path) -> None:
    sessions = Sessions(tmp_path)
    phone, desk = sessions.begin(LI, NOW), sessions.begin(LI, NOW)
    other = sessions.begin(replace(LI, user="wang@example.com", how=OIDC, invite=None), NOW)
    assert phone != desk
    sessions.end(phone)
    assert [sessions.of(sid, NOW) is not None for sid in (phone, desk, other)] == [False, True, True]
    sessions.end(phone)
    assert sessions.end_all("LI.na@example.com") == 1
    assert [sessions.of(sid, NOW) is not None for sid in (desk, other)] == [False, True]


def test_ended_sessions_are_not_kept(tmp_path: Path) -> None:
    sessions = Sessions(tmp_path)
    sessions.begin(LI, NOW)
    sessions.begin(replace(LI, until=NOW + 900), NOW + 200)
    assert (tmp_path / "sign_in" / "sessions.json").read_text().count("Li Na") == 1


@pytest.mark.parametrize("content", ["", "{", "[]", "{sid}"])
def test_damage_means_signed_out_and_signing_in_works_again(tmp_path: Path, content: str) -> None:
    sessions = Sessions(tmp_path)
    sid = sessions.begin(LI, NOW)
    path = tmp_path / "sign_in" / "sessions.json"
    path.write_text(path.read_text().replace('"until"', '"til"') if content == "{sid}" else content)
    assert sessions.of(sid, NOW) is None
    assert sessions.end_all(LI.user) in (0, 1)
    assert sessions.of(sessions.begin(LI, NOW), NOW) == LI
