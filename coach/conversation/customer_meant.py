"""Which customer a wish about a visit is about: one of the book, the one of this conversation, or a new one."""

from __future__ import annotations

from dataclasses import dataclass

from coach.accounts.records import Account
from coach.context import Context
from coach.conversation.opening import MOST_LISTED
from coach.conversation.state import Conversation
from coach.text.normalize import normalize
from coach.visits.wish import Wish, parts_of

KNOWN, NEW = "known", "new"


@dataclass(frozen=True)
class Customer:
    """`accounts` of the book that may be meant; none, but a `name`: a customer that is not in the book yet."""

    accounts: tuple[Account, ...] = ()
    name: str = ""
    named: bool = False  # by the words, not by the conversation

    @property
    def kind(self) -> str:
        return KNOWN if self.accounts or not self.name else NEW


def customer_meant(state: Conversation, wish: Wish, text: str, context: Context) -> Customer:
    """Return who is meant. A firm that the words name is never taken for the customer under discussion."""
    book = context.book
    if whole := book.named_in(text):
        return Customer((whole[0],), whole[0].name, named=True)
    for part in parts_of(wish.name):
        if _of_interview(state, part):
            return _interviewed(state, context)
        if _long_enough(part) and (found := book.find(part, MOST_LISTED)):
            return Customer(tuple(found), part, named=True)
    if wish.name:
        return Customer(name=parts_of(wish.name)[-1], named=True)
    return _interviewed(state, context)


def _interviewed(state: Conversation, context: Context) -> Customer:
    name = state.interview.account
    account = context.book.named(name) if name else None
    return Customer((account,) if account else (), name or "")


def _of_interview(state: Conversation, part: str) -> bool:
    """Say whether the words mean the customer of the interview, or somebody there."""
    interview, clean = state.interview, normalize(part)
    if not interview.account:
        return False
    names = [normalize(name) for person in interview.people for name in person.names]
    people = {*names, *(word for name in names for word in name.split())}  # "Anna" is Anna Berg
    return clean in people or (_long_enough(part) and clean in normalize(interview.account))


def _long_enough(part: str) -> bool:
    """One Han character or two letters would be found in the names of many."""
    return len(part) >= (3 if part.isascii() else 2)
