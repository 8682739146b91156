"""A Chinese full name right behind a title: 采购经理刘芳倾向现在的供应商, 技术总监欧阳志远; whatever is said of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from coach.people.chinese_names import MARKED, NO_GIVEN, SHOWN, frequency, is_given, is_named, is_phrase, is_word
from coach.people.words_of import any_of

_MARK = re.compile(r"[,、:。;!?()\s]|$")
_SMALL = re.compile(rf"[{NO_GIVEN}]")
_GIVEN = re.compile(rf"[^\W\d_a-z{NO_GIVEN}]{{1,2}}")
_FAMOUS = 60  # times in the dictionary's corpus from which a "name" is rather a word that it also holds as a name: 高峰
_LONGEST = 4  # characters of a word that begins as a name does


class NamesBehindTitles:
    """Tells where a name ends that no mark parts from the words behind it."""

    def __init__(self, lists: Mapping[str, Mapping[str, Sequence[str]]], titles: Sequence[str]) -> None:
        self._surname = re.compile(any_of(lists["surnames"]["zh"]))
        self._acts = re.compile(any_of([*lists["person_acts"]["zh"], *lists["person_deeds"]["zh"], *titles]))
        self._polite = re.compile(any_of(lists["honorifics"]["zh"]))
        self._blocked = re.compile(any_of([*lists["brands"]["zh"], *lists["company_words"]["zh"]]))

    def end(self, clean: str, place: int) -> int | None:
        """Return where the full name ends that begins at `place`, None where there is none."""
        surname = self._surname.match(clean, place)
        given = _GIVEN.match(clean, surname.end()) if surname else None
        if surname is None or given is None or self._polite.match(clean, surname.end()):
            return None
        ends = [end for end in (surname.end() + 2, surname.end() + 1) if end <= given.end()]
        return next((end for end in ends if self._is_name(clean, place, surname.end(), end)), None)

    def _is_name(self, clean: str, start: int, given: int, end: int) -> bool:
        name, shown = clean[start:end], self._is_shown(clean, end)
        if is_phrase(clean[start:given], clean[given:end]):
            return False
        if is_named(name):
            return frequency(name) < _FAMOUS or shown
        if self._blocked.match(clean, start) or self._opens_with_word(clean, start, given):
            return False
        if end - given > 1 and self._begins_word(clean, end - 1):
            return False  # 刘芳倾向: 倾 is no part of the name
        often = SHOWN if shown and end - given == 1 else MARKED[3 if end - given > 1 else 2]
        return is_given(clean[given:end], often)

    def _is_shown(self, clean: str, end: int) -> bool:
        return bool(_MARK.match(clean, end) or _SMALL.match(clean, end) or self._acts.match(clean, end))

    def _begins_word(self, clean: str, place: int) -> bool:
        """Say whether the character at `place` opens what is said of the person rather than ends the name."""
        act = self._acts.match(clean, place)
        if act and (len(act.group()) > 1 or not self._is_shown(clean, place + 1)):
            return True
        return any(is_word(clean[place : place + length]) for length in (2, 3) if place + length <= len(clean))

    @staticmethod
    def _opens_with_word(clean: str, start: int, given: int) -> bool:
        """Say whether a word begins with the surname and goes on behind it: 采购经理高兴, 老板任命他; no 欧阳 does."""
        return given - start == 1 and any(
            is_word(clean[start:end]) for end in range(given + 1, min(start + _LONGEST, len(clean)) + 1)
        )
