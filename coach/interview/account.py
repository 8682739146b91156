"""Take the customer's name out of an answer."""

from __future__ import annotations

import re

from coach.read.manners import Manners

MAX_NAME = 40  # characters; more is a story, not a name
_HEAD = re.compile(r"[,，。;；:：!！?？\n]|\.\s|\s-\s")


def account_name(text: str, manners: Manners) -> str | None:
    """Return the name at the head of `text`, without "it's" before and "please" behind it; None for a story."""
    head = _HEAD.split(text.strip(), maxsplit=1)[0]
    name = manners.without_frame(head).strip(" “”\"'.")
    return name if 0 < len(name) <= MAX_NAME else None
