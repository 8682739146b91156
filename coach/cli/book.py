"""What the verbs on the account book share: whose book, which account, and what went wrong in words."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from functools import wraps

from coach.accounts.book import AccountBook
from coach.accounts.errors import BookError
from coach.accounts.open import book_of
from coach.accounts.records import Account
from coach.accounts.say import trouble
from coach.cli.tools import RefusedError, checked_knowledge
from coach.knowledge.load import Knowledge
from coach.settings import settings
from coach.terminal import language, user


class Desk:
    """The knowledge, the language and the account book of one call of a verb."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.knowledge: Knowledge = checked_knowledge(options.lang)
        self.words = self.knowledge.words
        self.lang: str = options.lang or language()
        self.user: str = options.user or user()
        self._book: AccountBook | None = None

    @property
    def book(self) -> AccountBook:
        """The book; the database is opened on first use. Raises UnavailableError."""
        if self._book is None:
            self._book = book_of(self.user, settings().home)
        return self._book

    def account(self, name: str) -> Account:
        """Return the account of this name, or the only one that fits. Raises RefusedError after saying which do."""
        named = self.book.named(name)
        if named is not None:
            return named
        found = self.book.find(name)
        if len(found) == 1:
            return found[0]
        if not found:
            raise self.refused(self.words.say("book_not_found", self.lang, name=name))
        rows = "\n".join(f"  {account.name}" for account in found)
        raise self.refused(f"{self.words.say('accounts_several', self.lang, name=name)}\n{rows}")

    @staticmethod
    def refused(said: str) -> RefusedError:
        """Say on stderr what is wrong; return the error to raise."""
        print(said, file=sys.stderr)
        return RefusedError()


def add_common(parser: argparse.ArgumentParser, *, as_json: bool = True, again: bool = False) -> None:
    """Add --user, --lang and --json. `again`: a sub-verb's parser, whose defaults must not hide what was given."""
    default = argparse.SUPPRESS if again else None
    parser.add_argument("--user", default=default, help="whose account book (default: this user of the computer)")
    parser.add_argument("--lang", choices=("zh", "en"), default=default, help="language (default: the locale's)")
    if as_json:
        parser.add_argument(
            "--json", action="store_true", default=argparse.SUPPRESS if again else False, help="one JSON value"
        )


def told(run: Callable[[argparse.Namespace, Desk], int]) -> Callable[[argparse.Namespace], int]:
    """Run a verb with its desk; say what the book could not do, and then return 1."""

    @wraps(run)
    def runs(options: argparse.Namespace) -> int:
        desk = None
        try:
            desk = Desk(options)
            return run(options, desk)
        except BookError as error:
            assert desk is not None
            print(trouble(error, desk.lang, desk.words), file=sys.stderr)
            return 1

    return runs
