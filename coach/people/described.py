"""English names that stand in no list, told by what is put between the name and what the person says or does.

"Inger, who runs the night shift, says", "Inger (night shift) told us", "Inger from the loading dock complained".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property

from coach.people.capitals import NAME
from coach.people.dictated import ADJECTIVE
from coach.people.words_of import any_of

_ON_THE_WAY = r"(?: (?:also|always|never|then|now|really|just|still|only|often|today|yesterday|even|once))?"
# firms are told of with "who" as well: what these do is no person's work
_OF_FIRMS = (
    r"(?:suppl(?:y|ies|ied)|(?:sell|make|deliver|import|export|produce|manufacture|compete|quote|distribute)[sd]?)"
)
_WHO = (
    rf",? (?:who(?! (?:\w+ )?{_OF_FIRMS}\b)"
    r"(?: \w+)?? (?:is|was|has|had|can|will|does|did|ran|sat|kept|took|[a-z]+(?:s|ed))|whose)\b[^.;:!?()]{2,70}?"
)
_NOTE = (
    r" ?\((?=[a-z])(?![^()]*\b(?:rivals?|competitors?|suppliers?|wholesalers?|compan(?:y|ies)|firm|plant|group|brand"
    r"|vendor|branch|customer|client|agency|subsidiary|distributor|factory|town|city)\b)[^()]{3,50}\)"
)
_NOT_BEHIND = re.compile(r"\b(?:from|at|in|near|of|for|into|via|through|outside|by) $")
# "Sjaak sent it back, he wants the old one": who did it is the one gone on about
_HE_FOLLOWS = re.compile(
    r" (?!(?:of|and|or|in|on|at|for|to|from|with|by|is|was|are|were|be|has|have|had|not|as|so|but|if|when)\b)[a-z]+"
    r" [^.!?;]{2,60}[.,;] (?:(?:and|but|so|then|because|since|now) )?(?:he|she)\b(?! and )"
)
_OPENERS = {"but", "and", "so", "then", "because", "now", "well", "today", "yesterday"}
_CLAUSE = re.compile(r"(?:^|[.!?;:,\n] *)(?:(?:but|and|so|then|because|well|now|today|yesterday),? )*$")
_IN_CAPITALS = re.compile(r" ?\([A-ZÀ-Þ]")
# "Torsten shook his head", "Ragnhild lost her temper": a firm has nothing of his or hers
_OF_HIS = re.compile(
    r" (?!(?:of|and|or|in|on|at|for|to|from|with|by|is|was|are|were|be|has|have|had|not|as|so|but|if|when"
    r"|told|asked)\b)[a-z]+(?: (?!(?:and|but|so|because|when|that|if)\b)[a-z]+){0,3}? (?:his|hers?|himself|herself)\b"
)
Span = tuple[int, int]


class DescribedNames:
    """Finds names by their description. `common` returns words that are no names: it is asked when needed."""

    def __init__(
        self,
        lists: Mapping[str, Mapping[str, Sequence[str]]],
        titles: Sequence[str],
        common: Callable[[], Collection[str]],
    ) -> None:
        self._make_common = common
        words = [*lists["company_words"]["en"], *lists["not_names"]["en"], *lists["brands"]["en"], *titles]
        words += lists["honorifics"]["en"]
        self._blocked = {part for word in words for part in word.split()}
        workplace = rf"(?:the |their )?(?:[\w&'-]+ ){{0,2}}?{any_of(lists['workplaces']['en'])}"
        place = rf" (?:over |down |up )?(?:from|in|on|at|of) {workplace}"
        deeds = any_of([*lists["person_deeds"]["en"], *lists["person_acts"]["en"], "has", "had"])
        self._name = re.compile(rf"(?<![\w.&'’-])(?P<name>{NAME}(?: {NAME})?)(?=[ ,(])")
        self._gesture = re.compile(rf"{_ON_THE_WAY} {any_of(lists['gestures']['en'])}\b")
        self._told = re.compile(rf"(?:{_WHO}|{_NOTE}|{place}),?{_ON_THE_WAY} {deeds}\b")

    @cached_property
    def _common(self) -> frozenset[str]:
        return frozenset(self._make_common()) | self._blocked

    def find(self, text: str, clean: str) -> Iterator[Span]:
        """Yield the spans of the names; `clean` is the text folded."""
        for match in self._name.finditer(text):
            start, end = match.span("name")
            if (space := clean.find(" ", start, end)) > 0 and clean[start:space] in _OPENERS:
                start = space + 1
            told = self._told.match(clean, end) or (self._opens(clean, start, end) and self._acts(clean, end))
            if not told or _NOT_BEHIND.search(clean, 0, start):
                continue
            if _IN_CAPITALS.match(text, end):
                continue  # "Nordlys (Bergen)" is a firm and its town
            if self._common.isdisjoint(clean[start:end].split()):
                yield start, end

    def _acts(self, clean: str, end: int) -> bool:
        """Say whether somebody does what only a human being does, or is gone on about as he or she."""
        return any(shown.match(clean, end) for shown in (self._gesture, _OF_HIS, _HE_FOLLOWS))

    def _opens(self, clean: str, start: int, end: int) -> bool:
        """Say whether a single word that is no adjective or plural opens its clause."""
        return bool(_CLAUSE.search(clean, 0, start)) and not (
            " " in clean[start:end] or ADJECTIVE.search(clean, start, end)
        )
