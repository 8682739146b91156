"""What the user is told when the account book could not do something."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from coach.accounts.errors import BookError
from coach.knowledge.words import Words

NOTHING = "–"


def trouble(error: BookError, lang: str, words: Words) -> str:
    """Return the sentence on `error`: what is wrong and what to do."""
    values = error.values
    name = str(values.get("field", ""))
    field = words.say(f"field_{name}", lang) if name else ""
    return words.say(
        f"book_{error.what}", lang, reason=values.get("reason"), name=values.get("name"), field=field,
        value=shown(name, values.get("value"), lang, words), least=values.get("least"), most=values.get("most"),
        length=values.get("length"), mine=shown(name, values.get("mine"), lang, words),
        theirs=shown(name, values.get("theirs"), lang, words), by=values.get("by"),
    )  # fmt: skip


def shown(field: str, value: Any, lang: str, words: Words) -> str:
    """Return the value of a field in words: a state by its name, a start as day and time, nothing as a dash."""
    if value in (None, ""):
        return NOTHING
    if field == "state" and f"page_state_{value}" in words:
        return words.say(f"page_state_{value}", lang)
    if field == "starts":
        try:
            return datetime.fromisoformat(str(value)).strftime("%Y-%m-%d %H:%M")
        except ValueError:
            pass
    return str(value)
