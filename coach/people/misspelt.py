"""Words of English titles that are misspelt: "personel asistant", "purchaseing maneger"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable
from functools import cached_property

_SHORTEST = 7  # letters of a word that is looked for: of shorter ones too many are a letter apart
_WORD = re.compile(r"(?<![\w'-])[A-Za-z]{6,}(?![\w'])")
_VOWELS = "aeiou"
_COMMON_SLIPS = {"personel": "personal", "personnal": "personal"}


class Misspelt:
    """Puts misspelt words of titles right. `common` returns words that are none: it is asked when needed."""

    def __init__(self, titles: Iterable[str], common: Callable[[], Collection[str]]) -> None:
        self._words = {word for title in titles for word in title.split() if len(word) >= _SHORTEST and word.isalpha()}
        self._make_common = common

    @cached_property
    def _slips(self) -> dict[str, str]:
        """Each word that is one slip away from a word of a title, and which."""
        known = self._words.union(self._make_common())
        meant: dict[str, set[str]] = {}
        for word in self._words:
            for slip in slips_of(word) - known:
                meant.setdefault(slip, set()).add(word)
        return _COMMON_SLIPS | {slip: next(iter(words)) for slip, words in meant.items() if len(words) == 1}

    def mend(self, text: str) -> tuple[str, Callable[[int], int]]:
        """Return the text put right, and what tells where a place of it is in `text`."""
        parts, shifts, last = [""], [(0, 0)], 0
        for match in _WORD.finditer(text):
            right = self._slips.get(match.group().lower())
            if right is None:
                continue
            parts += [text[last : match.start()], right.title() if match.group()[0].isupper() else right]
            last = match.end()
            shifts.append((sum(map(len, parts)), last))
        if last == 0:
            return text, lambda place: place
        mended = [start for start, _ in shifts]

        def back(place: int) -> int:
            start, original = shifts[bisect_right(mended, place) - 1]
            return min(original + place - start, len(text))

        return "".join([*parts, text[last:]]), back


def slips_of(word: str) -> set[str]:
    """Return what one slip makes of a word: a letter left out, doubled or swapped, another vowel, an e kept in."""
    found = {word[:i] + word[i + 1 :] for i in range(1, len(word) - 1)}
    found |= {word[:i] + word[i] + word[i:] for i in range(1, len(word))}
    found |= {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(1, len(word) - 1)}
    found |= {word[:i] + v + word[i + 1 :] for i, char in enumerate(word) if i and char in _VOWELS for v in _VOWELS}
    if word.endswith("ing"):
        found.add(word[:-3] + "eing")
    return {slip for slip in found if len(slip) >= _SHORTEST - 1 and slip != word and not slip.endswith(("s", "men"))}
