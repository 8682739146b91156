"""Who else looked at an account, changed or exported it: one line an access, oldest first."""

from __future__ import annotations

from collections.abc import Sequence

from coach.accounts.rights import Access
from coach.knowledge.words import Words


def audit_lines(accesses: Sequence[Access], lang: str, words: Words) -> list[str]:
    """Return the lines for the owner of the account (see `AccountBook.accesses`); the times are in UTC."""
    lines = [
        words.say("audit_line", lang, at=_minute(access.at), user=access.user, action=_action(access, lang, words))
        for access in accesses
    ]
    return list(dict.fromkeys(lines)) or [words.say("audit_none", lang)]


def _action(access: Access, lang: str, words: Words) -> str:
    return words.say(f"audit_{access.action}", lang)


def _minute(at: str) -> str:
    return at[:16].replace("T", " ")
