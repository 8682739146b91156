"""Each user sees own accounts and those shared with them; every look of somebody else leaves a line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coach.accounts.book import AccountBook
from coach.accounts.errors import NotAllowedError, NotFoundError
from coach.accounts.records import Account, Note, Visit

BookOf = Callable[[str], AccountBook]


@pytest.fixture
def account(book: AccountBook) -> Account:
    [made] = book.save(Account("光明照明"))
    return made  # type: ignore[return-value]


def test_strangers_see_nothing(account: Account, book_of: BookOf) -> None:
    bob = book_of("bob")
    assert bob.accounts() == bob.find("光明") == bob.named_in("去拜访光明照明") == []
    for attempt in (
        lambda: bob.dossier(account.id),
        lambda: bob.history(account.id),
        lambda: bob.change(account, country="DE"),
        lambda: bob.save(Note("x", "2026-11-02", account=account.id)),
        lambda: bob.remove(account),
        lambda: bob.share(account.id, "bob"),
        lambda: bob.accesses(account.id),
    ):
        with pytest.raises(NotFoundError):
            attempt()


def test_readers_look_but_do_not_write(account: Account, book: AccountBook, book_of: BookOf) -> None:
    book.share(account.id, "bob")
    bob = book_of("bob")
    assert [found.name for found in bob.find("gmzm")] == ["光明照明"]
    assert bob.dossier(account.id).account == account
    for attempt in (
        lambda: bob.change(account, country="DE"),
        lambda: bob.save(Note("x", "2026-11-02", account=account.id)),
        lambda: bob.share(account.id, "carl"),
    ):
        with pytest.raises(NotAllowedError):
            attempt()


def test_writers_write_but_do_not_share(account: Account, book: AccountBook, book_of: BookOf) -> None:
    book.share(account.id, "bob", may_write=True)
    bob = book_of("bob")
    bob.save(Note("x", "2026-11-02", account=account.id))
    with pytest.raises(NotAllowedError):
        bob.share(account.id, "carl")
    assert book.dossier(account.id).notes[0].by == "bob"


def test_visits_of_others_are_seen_when_shared_and_the_look_is_noted(
    account: Account, book: AccountBook, book_of: BookOf
) -> None:
    book.save(Visit("2026-12-03T10:00", account=account.id))
    bob = book_of("bob")
    assert bob.visits("2026-01-01") == []
    book.share(account.id, "bob")
    assert [(seen.name, visit.starts) for seen, visit in bob.visits("2026-01-01")] == [("光明照明", "2026-12-03T10:00")]
    assert [found.name for found in bob.named_in("去拜访光明照明")] == [
        "光明照明"
    ]  # names alone are no look, as in find
    assert [(access.user, access.action) for access in book.accesses(account.id)] == [("bob", "read")]


def test_a_share_can_be_taken_back(account: Account, book: AccountBook, book_of: BookOf) -> None:
    book.share(account.id, "bob")
    book.share(account.id, "bob", may_write=True)
    assert [(share.user, share.may_write) for share in book.shares(account.id)] == [("bob", True)]
    book.unshare(account.id, "bob")
    assert book.shares(account.id) == []
    assert book_of("bob").accounts() == []


def test_every_access_of_another_user_is_noted_and_own_ones_are_not(
    account: Account, book: AccountBook, book_of: BookOf
) -> None:
    book.share(account.id, "bob", may_write=True)
    book.dossier(account.id)
    book_of("bob").dossier(account.id)
    book_of("bob").save(Note("x", "2026-11-02", account=account.id))
    assert [(access.user, access.action) for access in book.accesses(account.id)] == [("bob", "read"), ("bob", "write")]
