"""What is done once a day when the assistant starts: forget what is older than the retention time."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

from coach.accounts.book import AccountBook
from coach.accounts.database import file_of, url_for
from coach.accounts.errors import BookError
from coach.accounts.open import book_of
from coach.accounts.say import trouble
from coach.context import Tools
from coach.privacy.forget import UNFINISHED, Outcome, finish
from coach.privacy.request import Conversations
from coach.privacy.retention import carry_out, due
from coach.privacy.say import gone_listed
from coach.progress.private import make_private, write_private
from coach.settings import BadRetentionError, retention_days
from coach.terminal import user

STAMP = "retention-day"  # in the home: the day on which it was last done


def daily(home: Path, today: date, lang: str, tools: Tools, conversations: Conversations) -> list[str]:
    """Do it unless it was done today; return what the user should know. Never raises: the assistant starts anyway."""
    words = tools.words
    try:
        days = retention_days()
        if not (_is_due(home, days, today) and _there_is_a_book(home)):
            return []
        book = book_of(user(), home)
        outcome = _keep_house(book, home, days, today, tools, conversations)
        make_private(home)
        write_private(home / STAMP, today.isoformat())
    except BadRetentionError as error:
        return [words.say("retention_bad", lang, value=error.value)]
    except BookError as error:
        return [trouble(error, lang, words)]
    except OSError as error:
        return [words.say("forget_left", lang, path=error.filename, reason=error.strerror)]
    said = [words.say("forget_left", lang, path=path, reason=reason) for path, reason in outcome.left]
    return [*_told(outcome, lang, tools), *said]


def _is_due(home: Path, days: int | None, today: date) -> bool:
    if (home / UNFINISHED).exists():
        return True
    stamp = home / STAMP
    return days is not None and not (stamp.exists() and stamp.read_text(encoding="utf-8").strip() == today.isoformat())


def _there_is_a_book(home: Path) -> bool:
    """Say whether there is anything to look at: a new user's first start makes no database for this."""
    path = file_of(url_for(home))
    return path is None or path.exists() or (home / "conversations.db").exists()


def _keep_house(
    book: AccountBook, home: Path, days: int | None, today: date, tools: Tools, conversations: Conversations
) -> Outcome:
    if days is None:
        return Outcome(Counter(), True, finish(book, home))
    return carry_out(book, home, due(book.engine, home, days, today), tools, conversations)


def _told(outcome: Outcome, lang: str, tools: Tools) -> list[str]:
    return [tools.words.say("forget_done", lang, what=gone_listed(outcome.gone, lang, tools))] if outcome.gone else []
