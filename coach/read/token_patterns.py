"""Match token patterns. Plain ones are matched here, since importing spaCy takes a second; the others by spaCy."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Test = Callable[[str], Any]
Found = tuple[str, int, int]  # name of the pattern, first and last token
_READ: dict[str, Callable[[str], str]] = {"ORTH": str, "TEXT": str, "LOWER": str.lower}
_TESTS: dict[str, Callable[[Any], Test]] = {
    "IN": lambda words: frozenset(words).__contains__,
    "NOT_IN": lambda words: _none_of(frozenset(words)),
    "REGEX": lambda pattern: re.compile(pattern).search,
}
_OPENS = "IS_SENT_START"
_OPTIONAL, _REPEATED = ("?", "*"), ("*", "+")
_OPERATORS = ("1", *_OPTIONAL, "+")


@dataclass(frozen=True)
class _Item:
    """One token of a pattern. `words`: the only ones it can be, in small letters; None for any.

    `opens`: it must be the first token of the text (IS_SENT_START, as spaCy knows it without a parser).
    """

    tests: tuple[tuple[Callable[[str], str], Test], ...]
    operator: str
    words: frozenset[str] | None
    opens: bool

    def fits(self, word: str, place: int) -> bool:
        return not (self.opens and place) and all(test(read(word)) for read, test in self.tests)


@dataclass(frozen=True)
class _Pattern:
    """A named pattern. `needs`: sets of words, in small letters; a text without a word of each cannot match."""

    name: str
    items: tuple[_Item, ...]
    needs: tuple[frozenset[str], ...]

    def can_match(self, held: set[str]) -> bool:
        return not any(words.isdisjoint(held) for words in self.needs)


class TokenPatterns:
    """Named token patterns. Matches are all spans that spaCy's Matcher finds, in no certain order."""

    def __init__(self, patterns: Iterable[tuple[str, Sequence[dict[str, Any]]]]) -> None:
        self._by_word: dict[str, list[_Pattern]] = defaultdict(list)
        self._anywhere: list[_Pattern] = []
        others: dict[str, list[list[dict[str, Any]]]] = defaultdict(list)
        for name, pattern in patterns:
            if not pattern or not all(_is_plain(item) for item in pattern):
                others[name].append(list(pattern))
                continue
            items = tuple(map(_item, pattern))
            made = _Pattern(name, items, _needs(items))
            first = items[0].words if items[0].operator not in _OPTIONAL else None
            for words in [self._anywhere] if first is None else [self._by_word[word] for word in first]:
                words.append(made)
        self._others = _by_spacy(others) if others else None

    def match(self, words: Sequence[str]) -> Iterator[Found]:
        """Yield every match in a text of these words."""
        if not (self._by_word or self._anywhere or self._others):
            return
        small = [word.lower() for word in words]
        held = set(small)
        anywhere = [pattern for pattern in self._anywhere if pattern.can_match(held)]
        for first, word in enumerate(small if anywhere or not held.isdisjoint(self._by_word) else ()):
            for pattern in (*self._by_word.get(word, ()), *anywhere):
                if not (first and pattern.items[0].opens) and pattern.can_match(held):
                    for last in _ends(pattern.items, words, first):
                        yield pattern.name, first, last
        if self._others:
            yield from self._others(words)


def _none_of(words: frozenset[str]) -> Test:
    return lambda word: word not in words


def _needs(items: Sequence[_Item]) -> tuple[frozenset[str], ...]:
    """Return what must be there, the smallest set first: it is the likeliest to be missing."""
    must = [item.words for item in items if item.words is not None and item.operator not in _OPTIONAL]
    return tuple(sorted(must, key=len))


def _is_plain(item: dict[str, Any]) -> bool:
    return str(item.get("OP", "1")) in _OPERATORS and all(
        (key == _OPENS and value is True)
        or (key in _READ and (isinstance(value, str) or (isinstance(value, dict) and value.keys() <= _TESTS.keys())))
        for key, value in item.items()
        if key != "OP"
    )


def _item(item: dict[str, Any]) -> _Item:
    wanted = {
        key: {"IN": [value]} if isinstance(value, str) else value
        for key, value in item.items()
        if key not in ("OP", _OPENS)
    }
    tests = tuple((_READ[key], _TESTS[name](value)) for key, by in wanted.items() for name, value in by.items())
    words = next((frozenset(map(str.lower, by["IN"])) for by in wanted.values() if "IN" in by), None)
    return _Item(tests, str(item.get("OP", "1")), words, _OPENS in item)


def _ends(items: Sequence[_Item], words: Sequence[str], first: int) -> Iterator[int]:
    """Yield where a match that begins at `first` can end; all ways through the pattern are followed at once."""
    at = _with_left_out(items, {0})
    for place in range(first, len(words)):
        after = set()
        for number in at:
            if number < len(items) and items[number].fits(words[place], place):
                after.add(number + 1)
                if items[number].operator in _REPEATED:
                    after.add(number)
        at = _with_left_out(items, after)
        if not at:
            return
        if len(items) in at:
            yield place + 1


def _with_left_out(items: Sequence[_Item], numbers: set[int]) -> set[int]:
    """Return the places of a pattern that can come next when optional items are left out."""
    found = set(numbers)
    for number in sorted(numbers):
        while number < len(items) and items[number].operator in _OPTIONAL:
            number += 1
            found.add(number)
    return found


def _by_spacy(patterns: Mapping[str, list[list[dict[str, Any]]]]) -> Callable[[Sequence[str]], Iterator[Found]]:
    from spacy.matcher import Matcher
    from spacy.tokens import Doc

    from coach.text.pipeline import blank_pipeline

    vocab = blank_pipeline().vocab
    matcher = Matcher(vocab)
    for name, of_name in patterns.items():
        matcher.add(name, of_name)

    def match(words: Sequence[str]) -> Iterator[Found]:
        for key, first, last in matcher(Doc(vocab, words=list(words))):
            yield vocab.strings[key], first, last

    return match
