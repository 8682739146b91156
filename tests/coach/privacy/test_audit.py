"""Every way to somebody else's account leaves a line, and the owner can read them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from coach.accounts.book import AccountBook
from coach.accounts.records import Account, Note, Order, Visit
from coach.accounts.rights import Access
from coach.context import Tools
from coach.privacy.audit import audit_lines
from coach.privacy.export import export

# how bob reaches ann's account -> what is noted
WAYS: dict[str, tuple[Callable[[AccountBook, Account], Any], list[str]]] = {
    "dossier": (lambda bob, firm: bob.dossier(firm.id), ["read"]),
    "history": (lambda bob, firm: bob.history(firm.id), ["read"]),
    "save": (lambda bob, firm: bob.save(Note("x", "2026-11-02", account=firm.id)), ["write"]),
    "change": (lambda bob, firm: bob.change(firm, country="DE"), ["write"]),
    "remove": (lambda bob, firm: bob.remove(firm), ["write"]),
    "orders": (
        lambda bob, firm: (bob.save(Order("2026-11-02", "5", account=firm.id)), bob.orders()),
        ["write", "read"],
    ),
    "visits": (
        lambda bob, firm: (bob.save(Visit("2026-12-03T10:00", account=firm.id)), bob.visits("2026-12-01")),
        ["write", "read"],
    ),
    "export": (lambda bob, firm: export(bob, firm.name), ["export"]),
    # lists of names open nothing: the owner shared them, and a line for each search would hide the others
    "accounts": (lambda bob, firm: bob.accounts(), []),
    "find": (lambda bob, firm: bob.find("Nord"), []),
    "named": (lambda bob, firm: bob.named("Nord"), []),
    "named_in": (lambda bob, firm: bob.named_in("I am seeing Nord on Tuesday"), []),
    "stamp": (lambda bob, firm: bob.stamp(firm.id), []),  # a number that tells that something changed, not what
}
FOR_OWNERS = {"share", "unshare", "shares", "accesses"}  # who does not own it is refused


@pytest.mark.parametrize("way", WAYS)
def test_each_way_leaves_its_line(book: AccountBook, book_of: Callable[[str], AccountBook], way: str) -> None:
    [firm] = book.save(Account("Nord"))
    assert isinstance(firm, Account)
    book.share(firm.id, "bob", may_write=True)
    reach, noted = WAYS[way]
    reach(book_of("bob"), firm)
    if way == "remove":  # the account is out of sight then, its lines are not
        from coach.accounts import rights

        with book.engine.connect() as connection:
            assert [access.action for access in rights.accesses_of(connection, firm.id)] == noted
        return
    assert [(access.user, access.action) for access in book.accesses(firm.id)] == [("bob", word) for word in noted]


def test_no_way_is_left_out() -> None:
    public = {name for name in vars(AccountBook) if not name.startswith("_")}
    assert public - set(WAYS) - FOR_OWNERS - {"apply"} == set()  # save, change and remove are done by apply


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("zh", ["2026-11-02 08:15 bob 查看", "2026-11-02 08:15 bob 修改", "2026-11-03 09:00 eve 导出"]),
        (
            "en",
            [
                "2026-11-02 08:15 bob looked at it",
                "2026-11-02 08:15 bob changed it",
                "2026-11-03 09:00 eve exported it",
            ],
        ),
    ],
)
def test_lines_are_told_once_a_minute(tools: Tools, lang: str, expected: list[str]) -> None:
    accesses = [
        Access("bob", "read", "2026-11-02T08:15:01.000Z"),
        Access("bob", "read", "2026-11-02T08:15:31.000Z"),
        Access("bob", "write", "2026-11-02T08:15:40.000Z"),
        Access("eve", "export", "2026-11-03T09:00:00.000Z"),
    ]
    assert audit_lines(accesses, lang, tools.words) == expected


@pytest.mark.parametrize(("lang", "said"), [("zh", "没有别人看过"), ("en", "Nobody else looked at")])
def test_nobody_is_told_too(tools: Tools, lang: str, said: str) -> None:
    assert said in audit_lines([], lang, tools.words)[0]
