"""The sentences the assistant says: by key and language, one or several wordings, with placeholders."""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping
from typing import Any

Wordings = Mapping[str, Mapping[str, tuple[str, ...]]]


def placeholders(sentence: str) -> frozenset[str]:
    """Return the names in braces. Raises ValueError when the braces do not match."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None)


class Words:
    """All sentences. `say` picks the wording by `turn`, so the same turn always sounds the same."""

    def __init__(self, wordings: Wordings) -> None:
        self._wordings = wordings

    def __contains__(self, key: str) -> bool:
        return key in self._wordings

    def keys(self) -> list[str]:
        return sorted(self._wordings)

    def wordings(self, key: str, lang: str) -> tuple[str, ...]:
        """Return all wordings of `key`, placeholders unfilled. Raises KeyError on an unknown key."""
        return self._wordings[key][lang]

    def listing(self, items: Iterable[str], lang: str) -> str:
        """Return the items as a list in words, with the language's own separator."""
        return self.say("list_separator", lang).join(items)

    def say(self, key: str, lang: str, *, turn: int = 0, **values: Any) -> str:
        """Return the sentence `key` with `values` filled in. Raises KeyError on an unknown key."""
        choices = self._wordings[key][lang]
        return choices[turn % len(choices)].format(**values)
