"""Is this speech at all? Words that people use, or a row of letters that nobody could follow."""

from __future__ import annotations

from collections.abc import Mapping

from coach.learn.vocabulary import Rarities
from coach.read.matcher import Scan

_FEW = 3  # words of which nothing can be told
_KNOWN = 0.6  # share of the words (in Chinese: of the characters) that stand in the examples
_NEVER = -1.0


class Familiar:
    """Knows the words of the examples. `rarities`: their inverse document frequencies, by language, a task each."""

    def __init__(self, *rarities: Mapping[str, Rarities]) -> None:
        self._rarities = rarities

    def is_speech(self, scan: Scan, lang: str) -> bool:
        """Say whether most of a line is made of words that are known."""
        words = [word for word in scan.words if word.isalnum()]
        if len(words) < _FEW:
            return False
        known = sum(any(of[lang].get(word, _NEVER) > _NEVER for of in self._rarities) for word in words)
        return known >= _KNOWN * len(words)
