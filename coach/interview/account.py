"""Take the customer's name out of an answer."""

from __future__ import annotations

import re

from coach.read.manners import Manners

MAX_NAME = 40  # characters; more is a story, not a name
_HEAD = re.compile(r"[,，。;；:：!！?？\n]|(?<!\bSt)(?<!\bDr)(?<!\bMr)(?<!\bCo)\.\s|\s-\s")


def account_name(text: str, manners: Manners) -> str | None:
    """Return the customer's name in `text`, without "it's" before and "please" behind it; None for a story.

    The name stands behind "called" or 叫, else at the head of the answer, greetings and "I sell ..." left out.
    """
    parts = [part for part in _HEAD.split(text.strip()) if part.strip()]
    for part in parts:
        if (start := manners.named_from(part)) is not None:
            return _name(part[start:], manners)
    heads = [part for part in parts if manners.whole(part) is None and not manners.is_about_self(part)]
    return _name(heads[0], manners) if heads else None


def _name(words: str, manners: Manners) -> str | None:
    name = manners.without_frame(words).strip(" “”\"'.")
    return name if 0 < len(name) <= MAX_NAME else None
