"""The small language of phrases: `(a|b)` alternatives, `[a]` optional, `...` a gap of a few words."""

from __future__ import annotations

import itertools
import re

MAX_PHRASES = 400
GAP = "..."
_PIECES = re.compile(r"\(([^()\[\]]*)\)|\[([^()\[\]]*)\]|([^()\[\]]+)|([()\[\]])")


class PatternError(ValueError):
    """A pattern that does not compile; the message says why."""


def expand(pattern: str) -> list[str]:
    """Return every phrase that `pattern` stands for, gaps kept as `...`.

    `我(担心|害怕)[会]被骂` gives four phrases. Raises PatternError on unbalanced or nested brackets, an
    empty alternative, or more than 400 phrases.
    """
    choices: list[list[str]] = []
    for alternatives, optional, literal, stray in _PIECES.findall(pattern):
        if stray:
            raise PatternError(f"bracket '{stray}' in '{pattern}' has no partner or is nested")
        if literal:
            choices.append([literal])
        elif optional:
            choices.append([*_alternatives(optional, pattern), ""])
        else:
            choices.append(_alternatives(alternatives, pattern))
    count = 1
    for choice in choices:
        count *= len(choice)
    if count > MAX_PHRASES:
        raise PatternError(f"'{pattern}' stands for {count} phrases, more than {MAX_PHRASES}; split it")
    phrases = {re.sub(r"\s+", " ", "".join(parts)).strip() for parts in itertools.product(*choices)}
    for phrase in phrases:
        if not phrase or any(not part.strip() for part in phrase.split(GAP)):
            raise PatternError(f"'{pattern}' can be empty, or begins or ends with a gap")
    return sorted(phrases)


def _alternatives(text: str, pattern: str) -> list[str]:
    options = [option.strip() if "|" in text else option for option in text.split("|")]
    if not all(option.strip() for option in options):
        raise PatternError(f"an alternative of '{pattern}' is empty")
    return options
