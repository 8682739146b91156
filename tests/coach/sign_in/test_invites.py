"""An invite lets in who has its link, until its end; what is kept of it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.sign_in.invites import DAY_S, BadNameError, Invites, user_of
from coach.sign_in.table import DamagedTableError

NOW = 1_800_000_000.0


@pytest.fixture
def invites(tmp_path: Path) -> Invites:
    return Invites(tmp_path)


@pytest.mark.parametrize(
    ("who", "user"),
    [
        ("Li Na", "Li Na"), ("  Li \t Na ", "Li Na"), ("李娜", "李娜"), ("Li.Na@Example.COM", "li.na@example.com"),
        ("terminal-wang", "terminal-wang"), ("A\u0000b", "Ab"), ("e\u0301a", "éa"), ("李娜@例子.中国", "李娜@例子.中国"),
    ],
)  # fmt: skip
def test_who_is_invited(who: str, user: str) -> None:
    assert user_of(who) == user


@pytest.mark.parametrize(
    "who", ["", "  ", "@", "li@", "li.na@example", "a b@example.com", "<x@example.com>", "...", "x" * 81]
)
def test_what_is_no_name(who: str) -> None:
    with pytest.raises(BadNameError):
        user_of(who)


def test_a_link_works_until_its_end(invites: Invites) -> None:
    new, secret = invites.invite("Li Na", manager=True, days=7, now=NOW)
    assert (new.user, new.manager, new.until) == ("Li Na", True, NOW + 7 * DAY_S)
    assert invites.of_secret(secret, NOW) == invites.of_secret(secret, NOW + 7 * DAY_S - 1) == new
    assert invites.of_secret(secret, NOW + 7 * DAY_S) is invites.of("Li Na", NOW + 7 * DAY_S) is None


def test_the_secret_is_nowhere_on_the_disk(invites: Invites, tmp_path: Path) -> None:
    new, secret = invites.invite("Li Na", manager=False, days=7, now=NOW)
    kept = "".join(path.read_text() for path in tmp_path.rglob("*") if path.is_file())
    assert secret not in kept
    assert all(
        invites.of_secret(wrong, NOW) is None for wrong in ("", new.hash, new.id, secret[:-1], secret + "x", "\ud800")
    )
    assert {path.stat().st_mode & 0o077 for path in tmp_path.rglob("*")} == {0}


@pytest.mark.parametrize("again", ["Li Na", "li na", " LI  NA"])
def test_a_new_link_ends_the_old_one_and_keeps_the_sessions(invites: Invites, again: str) -> None:
    first, old = invites.invite("Li Na", manager=True, days=7, now=NOW)
    second, new = invites.invite(again, manager=False, days=1, now=NOW + 5)
    assert invites.of_secret(old, NOW + 9) is None
    assert invites.of_secret(new, NOW + 9) == second
    assert (second.user, second.id, second.manager) == (first.user, first.id, False)
    assert len(invites.all()) == 1


@pytest.mark.parametrize("end", ["revoked", "run out"])
def test_one_invited_after_an_end_starts_anew(invites: Invites, end: str) -> None:
    first, _ = invites.invite("Li Na", manager=False, days=1, now=NOW)
    if end == "revoked":
        invites.revoke("li na")
    second, _ = invites.invite("Li Na", manager=False, days=1, now=NOW + 2 * DAY_S)
    assert second.id != first.id


def test_revoking_ends_one_persons_link_only(invites: Invites) -> None:
    _, hers = invites.invite("Li Na", manager=False, days=7, now=NOW)
    _, his = invites.invite("wang@example.com", manager=False, days=7, now=NOW)
    assert invites.revoke("nobody") is None
    gone = invites.revoke("Wang@Example.com")
    assert gone is not None
    assert gone.user == "wang@example.com"
    assert invites.of_secret(his, NOW) is None
    assert invites.of_secret(hers, NOW) is not None


def test_use_is_kept_and_old_invites_go(invites: Invites) -> None:
    new, _ = invites.invite("Li Na", manager=False, days=7, now=NOW)
    invites.note_use(new, NOW + 60)
    assert [invite.used for invite in invites.all()] == [NOW + 60]
    invites.invite("Wang", manager=False, days=7, now=NOW + 36 * DAY_S)
    assert [invite.name for invite in invites.all()] == ["Li Na", "Wang"]
    invites.invite("Wang", manager=False, days=7, now=NOW + 38 * DAY_S)
    assert [invite.name for invite in invites.all()] == ["Wang"]


@pytest.mark.parametrize("content", ["{", '{"Li Na": {"user": "Li Na", "until": 9e99}}'])
def test_a_damaged_file_lets_nobody_in_and_is_left(invites: Invites, tmp_path: Path, content: str) -> None:
    _, secret = invites.invite("Li Na", manager=False, days=7, now=NOW)
    path = tmp_path / "sign_in" / "invites.json"
    path.write_text(content)
    for attempt in (
        lambda: invites.of_secret(secret, NOW), lambda: invites.of("Li Na", NOW), invites.all, lambda: invites.revoke("Li Na"),
        lambda: invites.invite("Wang", manager=False, days=7, now=NOW),
    ):  # fmt: skip
        with pytest.raises(DamagedTableError):
            attempt()
    assert path.read_text() == content
