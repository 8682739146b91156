"""What the user is told when the account book could not do something."""

from __future__ import annotations

from coach.accounts.errors import BookError
from coach.knowledge.words import Words


def trouble(error: BookError, lang: str, words: Words) -> str:
    """Return the sentence on `error`: what is wrong and what to do."""
    values = error.values
    field = words.say(f"field_{values['field']}", lang) if "field" in values else ""
    return words.say(
        f"book_{error.what}", lang, reason=values.get("reason"), name=values.get("name"), field=field,
        value=values.get("value"), least=values.get("least"), most=values.get("most"), length=values.get("length"),
        mine=values.get("mine"), theirs=values.get("theirs"), by=values.get("by"),
    )  # fmt: skip
