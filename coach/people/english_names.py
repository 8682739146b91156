"""English names that stand in no list: two capitalised words, or one, that do what only a person does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coach.people.words_of import any_of

CAPITALISED = r"[A-Z][a-zà-ÿ']*[a-zà-ÿ](?:-[A-Z][a-zà-ÿ]+)?"
_PAIR = re.compile(
    rf"(?<![\w.-])(?P<name>{CAPITALISED}(?: (?:van |von |de |der |den |la |di |al |bin )*{CAPITALISED})+)"
)
_SINGLE = re.compile(rf"(?<![\w.-])(?P<name>{CAPITALISED})(?!\w)")
_HE_SAYS = r"\s*,?\s*(?:says?|said|thinks?|told \w+)(?: that)? (?:he|she)\b"
_HE = r", (?:he|she)\b"
_MET = re.compile(
    r"\b(?:met|meet|called|saw|asked|rang|visited|with|to|by|from|is|was|named|contact|person|colleague|who) $",
    re.IGNORECASE,
)
_ON_THE_WAY = r"(?: (?:also|always|never|then|now|really|just|still|only|often|today|yesterday|last week|privately))?"

Span = tuple[int, int]


class EnglishNames:
    """Finds unknown names by what stands beside them; a firm, a place or the first word of a sentence is none."""

    def __init__(self, lists: dict[str, dict[str, list[str]]], titles: Sequence[str], given: set[str]) -> None:
        blocked = [*lists["company_words"]["en"], *lists["not_names"]["en"]]
        brands = lists["brands"]["en"]
        self._blocked = set(blocked) | {word for brand in brands for word in brand.split()}
        self._given = given
        self._titles = set(titles)
        self._title_words = {word for each in titles for word in each.split()}
        title = any_of(titles)
        beside = rf"\s*(?:,|\(|-)?\s*(?:(?:from|in|of|is|the|their|our|who|a|an|as) )*{title}\b"
        self._pair_ends = re.compile(
            rf"(?:'s)?(?:{_ON_THE_WAY} {any_of(lists['person_acts']['en'])}\b|{beside}|{_HE_SAYS})"
        )
        self._single_ends = re.compile(rf"{beside}|{_HE_SAYS}")
        self._title_before = re.compile(rf"\b{title},? (?:is |called |named )?$")
        self._lower = re.compile(
            rf"(?<![\w.@-])(?P<name>{any_of(given)})(?= (?:from|in) (?:the )?{title}\b|{_HE_SAYS}"
            r"| (?:said|says|told|thinks|asked|complained|promised|mentioned)\b)"
        )

    def find(self, text: str, clean: str) -> Iterator[Span]:
        """Yield the spans of unknown names."""
        for match in _PAIR.finditer(text):
            start, end = self._without_opener(text, *match.span())
            words = text[start:end].lower().split()
            if " ".join(words) in self._titles or len(words) < 2 or self._blocked.intersection(words):
                continue
            if self._is_person(clean, start, end):
                yield start, end
        for match in _SINGLE.finditer(text):
            start, end = match.span()
            word = match.group().lower()
            other = word in self._blocked | self._title_words or word.endswith("ly")
            if not other and (self._single_ends.match(clean, end) or self._title_before.search(clean, 0, start)):
                yield start, end
        yield from (match.span() for match in self._lower.finditer(text))

    def is_part_of_firm(self, text: str, start: int, end: int) -> bool:
        """Say whether the words, or the capitalised one behind them, belong to a firm: "Green Valley School"."""
        behind = re.compile(rf" ({CAPITALISED}|[A-Z]+)\b").match(text, end)
        words = [*text[start:end].lower().split()[1:], *([behind.group(1).lower()] if behind else [])]
        return bool(self._blocked.intersection(words))

    def _without_opener(self, text: str, start: int, end: int) -> Span:
        """Leave out leading words that only open the sentence: "Yesterday Ingrid Solheim said"."""
        while (space := text.find(" ", start, end)) > 0 and text[start:space].lower() in self._blocked:
            start = space + 1
        return start, end

    def _is_person(self, clean: str, start: int, end: int) -> bool:
        first = clean[start:end].split()[0]
        if self._pair_ends.match(clean, end) or self._title_before.search(clean, 0, start):
            return True
        return first in self._given or bool(
            _MET.search(clean, 0, start) and clean[end : end + 1] in ("", ",", ".", ";")
        )
