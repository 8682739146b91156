"""Forgets an account or a contact for good: everywhere the program itself keeps anything."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import sqlalchemy as sa

from coach.accounts.book import AccountBook
from coach.accounts.database import file_of, reading
from coach.accounts.errors import BookError
from coach.accounts.names import name_key
from coach.accounts.tables import accounts
from coach.context import Tools
from coach.knowledge.schema import LANGUAGES
from coach.privacy.anew import write_anew
from coach.privacy.backups import clear_backups
from coach.privacy.erase import compact, erase, erase_in
from coach.privacy.files import Cleared, clear_files, count_files, mentioning
from coach.privacy.mentions import Mentions
from coach.privacy.request import Conversations, forget_request
from coach.privacy.subject import Subject, subject_of

UNFINISHED = "forget-unfinished"  # in the home: rows are deleted, but their bytes may still be in the database's file
SHOWN_MENTIONS = 20


@dataclass(frozen=True)
class Outcome:
    """`gone` counts what went, by kind (words: gone_<kind>). `left` could not be deleted, with the reason.

    As long as something is left, the records stay in the book, so that it can be done again (`done` is False).
    `mentioned` are files of others, or copies, that hold the name too and were not touched.
    """

    gone: Counter[str]
    done: bool
    left: tuple[tuple[str, str], ...] = ()
    mentioned: tuple[Path, ...] = ()
    in_firm_name: bool = False


@dataclass(frozen=True)
class Forgetting:
    """What is to be forgotten by whom; `look` says what would go, `carry_out` does it."""

    book: AccountBook
    home: Path
    subject: Subject
    mentions: Mentions
    conversations: Conversations = field(repr=False)

    def look(self) -> Counter[str]:
        """Return what would go, by kind, without conversations and backups. Raises UnavailableError."""
        with reading(self.book.engine) as connection:
            found = erase(connection, self.subject, self.mentions)
            connection.rollback()
        return found + count_files(self.home, self.subject, self.mentions)

    def carry_out(self, *, finishing: bool = True) -> Outcome:
        """Delete; never raises on what cannot be deleted, but says so. The book comes last, in one transaction.

        Whoever forgets many in a row is `finishing` once, at the end: it writes each database anew.
        """
        around = self._around()
        if around.left:
            return Outcome(around.gone, False, tuple(around.left))
        try:
            rows = erase_marked(self.book, self.home, self.subject, self.mentions)
        except BookError as error:
            return Outcome(around.gone, False, ((_place(self.book), str(error)),))
        left = finish(self.book, self.home) if finishing else ()
        return Outcome(
            around.gone + rows, True, left, tuple(self._mentioned()),
            self._in_firm_name(),
        )  # fmt: skip

    def _around(self) -> Cleared:
        """Clear what is kept beside the book. Conversations first: a damaged file of them is put aside by that."""
        request = forget_request(self.subject, self.mentions, list(self._ids()), self._spared())
        answer = self.conversations(request)
        cleared = Cleared(Counter({"conversations": answer["conversations"]}), [tuple(one) for one in answer["left"]])
        cleared.add(clear_files(self.home, self.subject, self.mentions))
        cleared.add(clear_backups(self.book.engine, self.subject, self.mentions))
        cleared.gone = +cleared.gone
        return cleared

    def _ids(self) -> tuple[str, ...]:
        return (*self.subject.accounts, *self.subject.contacts)

    def _spared(self) -> list[str]:
        """Users who keep an account of this name themselves: what they talked about is theirs."""
        with reading(self.book.engine) as connection:
            rows = connection.execute(sa.select(accounts.c.owner, accounts.c.name)).all()
        owners = {row.owner for row in rows if name_key(row.name) in self.subject.keys}
        return sorted(owners - {self.subject.owner})

    def _in_firm_name(self) -> bool:
        people = [] if self.subject.whole else list(map(name_key, self.subject.called.names))
        return any(name in firm for name in people for firm in self.subject.keys)

    def _mentioned(self) -> list[Path]:
        return mentioning(self.home, self.mentions)[:SHOWN_MENTIONS]


def forgetting(
    book: AccountBook, home: Path, account: str, contact: str | None, tools: Tools, conversations: Conversations
) -> Forgetting:
    """Return what forgetting the account, or its contact, would mean.

    Only its owner may: raises NotFoundError, NotAllowedError for a shared account, UnavailableError.
    """
    subject = subject_of(book, account, contact, tools.knowledge)
    return Forgetting(book, home, subject, mentions_of(subject, tools), conversations)


def mentions_of(subject: Subject, tools: Tools) -> Mentions:
    stand_in = {lang: tools.words.say("forgotten_name", lang) for lang in LANGUAGES}
    return Mentions(subject.called, stand_in)


def erase_marked(book: AccountBook, home: Path, subject: Subject, mentions: Mentions) -> Counter[str]:
    """Delete the rows in one transaction, marked so that `finish` is known to be due. Raises UnavailableError."""
    mark_unfinished(home)
    return erase_in(book.engine, subject, mentions)


def mark_unfinished(home: Path) -> None:
    """Leave a mark for the next start; without one, when the folder cannot be written, the rows go all the same."""
    with suppress(OSError):
        (home / UNFINISHED).touch(mode=0o600)


def finish(book: AccountBook, home: Path) -> tuple[tuple[str, str], ...]:
    """Write the databases anew; return where bytes of what was deleted may remain, with the reason."""
    left = [*_others_left(book, home)]
    try:
        compact(book.engine)
    except BookError as error:
        left.append((_place(book), str(error)))
    if not left:
        (home / UNFINISHED).unlink(missing_ok=True)
    return tuple(left)


def _others_left(book: AccountBook, home: Path) -> Iterator[tuple[str, str]]:
    """Write the channels' databases anew: what was said there long ago may still stand in their journals."""
    own = file_of(book.engine.url.render_as_string(hide_password=False))
    for path in sorted(home.glob("*.db")):
        try:
            if own is None or path.resolve() != own.resolve():
                write_anew(path)
        except (sqlite3.Error, OSError) as error:
            yield str(path), str(error)


def _place(book: AccountBook) -> str:
    return str(book.engine.url.database)
