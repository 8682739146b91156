"""Whether names and titles show a man or a woman, by the lists of `knowledge/people/words`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from coach.knowledge.load import Knowledge
from coach.people.words_of import all_words
from coach.text.normalize import normalize

MEN, WOMEN = "men", "women"


class Sexes:
    """Knows men and women by forms of address and first names."""

    def __init__(self, knowledge: Knowledge) -> None:
        lists = {sex: knowledge.word_lists[sex].words for sex in (MEN, WOMEN)}
        self._han = {sex: tuple(all_words(words.zh)) for sex, words in lists.items()}
        self._latin = {sex: frozenset(all_words(words.en)) for sex, words in lists.items()}

    def of(self, called: Iterable[str]) -> str | None:
        """Return `men` or `women`; None when what somebody is called does not tell."""
        names = [normalize(name) for name in called]
        found = [sex for sex in (MEN, WOMEN) if any(self._shows(sex, name) for name in names)]
        return found[0] if len(found) == 1 else None

    def _shows(self, sex: str, name: str) -> bool:
        return name.endswith(self._han[sex]) or not self._latin[sex].isdisjoint(re.findall(r"[^\W\d_]+", name))
