"""Chinese full names told beside a form of address with the same surname: 廖主任挑头的,廖春梅写的报告; 大刘刘建平."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coach.people.chinese_names import NO_GIVEN, is_word, opens_with_word
from coach.people.words_of import any_of

_NO_NAME = NO_GIVEN + "一二三四五六七八九十两几多少年月日号家厂店司部"
_OPENS = re.compile(r"[,。、:;!?()\s的是叫和跟与找问]|$")
_GIVEN = re.compile(r"[\u3400-\u9fff]{1,2}")
_USUAL = 21  # times in the dictionary's corpus
Span = tuple[int, int]


class FullNames:
    """Looks for a surname that was just heard, with one or two characters behind it."""

    def __init__(self, surnames: Sequence[str], prefixes: Sequence[str], suffix: str) -> None:
        self._surname = re.compile(any_of(surnames))
        self._prefixes = tuple(prefixes)
        self._suffix = re.compile(suffix)

    def find(self, clean: str, known: Sequence[tuple[int, int, str]]) -> Iterator[Span]:
        """Yield the spans of full names; `known` are the mentions found so far, each with its place."""
        for start, end, name in known:
            rest = name[1:] if len(name) == 2 and name[0] in self._prefixes else name
            surname = self._surname.match(rest)
            if surname is None or (rest == name and not self._suffix.fullmatch(name, surname.end())):
                continue
            for match in re.finditer(re.escape(surname.group()), clean):
                if start <= match.start() < end:
                    continue
                place = self._full(clean, match.start(), match.end(), beside=end)
                if place:
                    yield match.start(), place

    def _full(self, clean: str, start: int, given: int, *, beside: int) -> int | None:
        """Return where the full name ends whose given name begins at `given`."""
        near = start >= beside and not clean[beside:start].strip(" ,、")
        if not near and not _OPENS.match(clean[start - 1 : start]):
            return None
        if self._suffix.match(clean, given) or self._surname.match(clean, given) and start + 1 == beside:
            return None
        match = _GIVEN.match(clean, given)
        if match is None or match.group()[0] in _NO_NAME:
            return None
        end = match.end()
        if len(match.group()) == 2 and (match.group()[1] in _NO_NAME or _begins_word(clean, end - 1)):
            end -= 1
        name = clean[start:end]
        return None if not near and opens_with_word(name) else end


def _begins_word(clean: str, place: int) -> bool:
    """Say whether the character at `place` begins a word: 王伟标书 is 王伟 and his 标书."""
    word = clean[place : place + 2]
    return len(word) == 2 and is_word(word, _USUAL)
