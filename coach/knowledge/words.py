"""The sentences the assistant says: by key and language, one or several wordings, with placeholders."""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

Wordings = Mapping[str, Mapping[str, tuple[str, ...]]]


@lru_cache(maxsize=20_000)  # checks look at the same sentences again after each edit
def placeholders(sentence: str) -> frozenset[str]:
    """Return what stands in braces, the name and whatever follows it. Raises ValueError when braces do not match."""
    found = string.Formatter().parse(sentence)
    return frozenset(
        name + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "")
        for _, name, form, conversion in found
        if name is not None
    )


@lru_cache(maxsize=1)
def filled() -> dict[str, frozenset[str]]:
    """Return the placeholders that the program fills, by the key of each sentence that it says."""
    table = yaml.safe_load((Path(__file__).parent / "filled.yml").read_text(encoding="utf-8"))
    return {key: frozenset(names) for key, names in table.items()}


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
