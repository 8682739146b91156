"""Tell at a glance that no pattern of some rules can stand in a text, without parting it into tokens."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from coach.knowledge.patterns import anchors, compiled
from coach.read.matcher import Rule

_LATIN = re.compile(r"[a-z0-9]+")
Needs = tuple[frozenset[str], ...]


class Openings:
    """What a text must hold for one of the rules to fire.

    Of an anchor in Latin letters that is its longest word, of one in Chinese all of it, looked up by its first two
    characters. One character alone is so common that the rest of its pattern is looked at too. Rules with token
    patterns may stand anywhere.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._words: set[str] = set()
        self._pairs: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._single: dict[str, list[Needs]] = defaultdict(list)
        self._anywhere = False
        for pattern in (pattern for rule in rules for pattern in rule.patterns):
            if not isinstance(pattern, str):
                self._anywhere = True
                continue
            for anchor in anchors(pattern):
                self._add(anchor, pattern)

    def _add(self, anchor: str, pattern: str) -> None:
        joined = anchor.replace(" ", "")
        if words := [found.group() for token in anchor.split(" ") if (found := _LATIN.match(token))]:
            self._words.add(max(words, key=len))
        elif len(joined) > 1:
            self._pairs[joined[0], joined[1]].append(joined)
        else:
            self._single[joined].append(compiled(pattern).needs)

    def may_stand_in(self, clean: str) -> bool:
        """Say whether a pattern may stand in a normalised text; False is certain."""
        if self._anywhere or not self._words.isdisjoint(_LATIN.findall(clean)):
            return True
        joined = "".join(clean.split())  # white space does not part words that stand in a row
        pairs = self._pairs.keys() & zip(joined, joined[1:], strict=False)
        if any(anchor in joined for pair in pairs for anchor in self._pairs[pair]):
            return True
        found = self._single.keys() & set(joined)
        return any(_all_in(needs, joined) for char in found for needs in self._single[char])


def _all_in(needs: Needs, text: str) -> bool:
    return all(any(word in text for word in words) for words in needs)
