"""Only results that their owner shares can be seen, and forgetting a user ends it."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.progress.shared import FILE, is_shared, share, sharing_users
from coach.progress.store import forget, read

USERS = ["terminal-wang", "li.na@example.com", "李娜@例子.中国", "a/../../b", ""]


@pytest.mark.parametrize("user", USERS)
def test_nothing_is_shared_until_the_user_says_so_and_not_after_taking_it_back(tmp_path: Path, user: str) -> None:
    assert (is_shared(tmp_path, user), sharing_users(tmp_path)) == (False, {})
    share(tmp_path, user, True)
    share(tmp_path, user, True)
    assert (is_shared(tmp_path, user), sharing_users(tmp_path)) == (True, {user: user})
    share(tmp_path, user, False)
    share(tmp_path, user, False)
    assert (is_shared(tmp_path, user), sharing_users(tmp_path)) == (False, {})


def test_each_decides_for_themselves(tmp_path: Path) -> None:
    for user in USERS:
        share(tmp_path, user, True)
    share(tmp_path, "terminal-wang", False)
    assert set(sharing_users(tmp_path)) == set(USERS) - {"terminal-wang"}
    assert not is_shared(tmp_path, "Terminal-Wang")


def test_only_the_owner_of_the_computer_can_read_it(tmp_path: Path) -> None:
    home = tmp_path / "home"
    share(home, "li.na@example.com", True)
    kept = next(home.rglob(FILE))
    assert [path.stat().st_mode & 0o077 for path in (kept, kept.parent, home)] == [0, 0, 0]


def test_forgetting_a_user_ends_the_sharing(tmp_path: Path) -> None:
    share(tmp_path, "li.na@example.com", True)
    assert read(tmp_path, "li.na@example.com").records == []
    forget(tmp_path, "li.na@example.com")
    assert sharing_users(tmp_path) == {}


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'"user"', b'{"user": 1}', b'{"user": "other@example.com"}', b"\xff\xfe", b"[" * 100_000],
)
def test_a_damaged_file_shares_nothing(tmp_path: Path, content: bytes) -> None:
    share(tmp_path, "li.na@example.com", True)
    next(tmp_path.rglob(FILE)).write_bytes(content)
    assert (is_shared(tmp_path, "li.na@example.com"), sharing_users(tmp_path)) == (False, {})


def test_managers_see_the_names_in_order(tmp_path: Path) -> None:
    for user, name in {"u1": "Zoe", "u2": "ann", "u3": "Bob", "u4": ""}.items():
        share(tmp_path, user, True, name)
    assert list(sharing_users(tmp_path).items()) == [("u2", "ann"), ("u3", "Bob"), ("u4", "u4"), ("u1", "Zoe")]


@pytest.mark.parametrize("kept", ['{"user": "li-na"}', '{"user": "li-na", "name": 1}'])
def test_without_a_name_the_user_is_shown(tmp_path: Path, kept: str) -> None:
    share(tmp_path, "li-na", True)
    next(tmp_path.rglob(FILE)).write_text(kept)
    assert sharing_users(tmp_path) == {"li-na": "li-na"}
