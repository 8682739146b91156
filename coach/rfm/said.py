"""Notes, warnings and problems of a ranking as sentences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coach.context import Tools
from coach.rfm.orders import Note, UnreadableError


def say_note(note: Note, lang: str, tools: Tools) -> str:
    """Return what was noticed. Values that are names of columns are said in words."""
    first, second, third = (*note.values, "", "", "")[:3]
    if note.kind == "bad_cells":
        first = tools.words.say(f"rfm_column_{first}", lang)
    every = tools.words.listing(note.values, lang)
    return tools.words.say(
        f"rfm_note_{note.kind}", lang, count=f"{note.count:,}", first=first, second=second, third=third, every=every
    )


def say_problem(problem: Mapping[str, Any], lang: str, tools: Tools) -> str:
    """Return why a row is not used."""
    value = str(problem["value"] or "")
    return tools.words.say(f"rfm_problem_{problem['reason']}", lang, value=value[:60])


def say_unreadable(error: UnreadableError, lang: str, tools: Tools) -> str:
    """Return why a table cannot be read and what to do."""
    words = tools.words
    if error.reason == "headings":
        *missing, found = error.values
        named = [words.say(f"rfm_column_{column}", lang) for column in missing]
        example = f"{missing[0]}="
        return words.say(
            "rfm_no_headings", lang, missing=words.listing(named, lang), found=found or "-", example=example
        )
    first, second = (*error.values, "", "")[:2]
    return words.say(f"rfm_unreadable_{error.reason}", lang, first=first, second=second)
