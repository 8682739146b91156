"""Names in dictated English, where nothing is in capitals: "purchasing is rajesh iyer he handles the orders"."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property

from coach.people.capitals import LOWER
from coach.people.words_of import any_of
from coach.text.language import has_han

_CAPITAL = re.compile(r"[^\W\d_a-z](?<=[A-ZÀ-Þ])")
_WORD = rf"[{LOWER}][{LOWER}'’-]+"
_NAME = re.compile(rf"(?<![\w'’-])(?P<first>{_WORD})(?: (?P<second>{_WORD}))?(?![\w'’-])")
_TELLS_WHO = (
    r"\b(?:there is|there's|there was|this is|name is|name's|named|called|calls (?:him|her)|known as|goes by|with|met"
    r"|meet|asked|told|saw|to|from|and|take|bring|pushed|got|for|is|was|about|of|then|as well as|but)$"
)
_GOES_ON = re.compile(
    r" (?:he|she|who|they|but|and|so|says?|said|told|tells|is|was|has|had|does|did|wants?|likes?|thinks?|runs?|handles?"
    r"|signs?|picks?|decides?|sets?|from|in|at|on|will|would|never|always|just|only|also|been|keeps|asked|asks|feels"
    r"|hates?|loves?|needs?|left|came|went|got|gets)\b|$|[,.;!?]| -"
)
ADJECTIVE = re.compile(r"(?:y|ed|ful|ous|ive|al|ish|less|ing|ent|ant|able|ible|ic|est|ier|ward|some|en|ly|s)$")

Span = tuple[int, int]


class DictatedNames:
    """Finds names by the words around them. `common` returns words that are no names: it is asked when needed."""

    def __init__(
        self,
        lists: Mapping[str, Mapping[str, Sequence[str]]],
        titles: Sequence[str],
        given: Collection[str],
        common: Callable[[], Collection[str]],
    ) -> None:
        self._given, self._make_common = given, common
        self._blocked = {*lists["not_names"]["en"], *lists["company_words"]["en"], *lists["humans"]["en"]}
        self._blocked |= {word for title in titles for word in title.split()}
        title = any_of([*titles, *lists["honorifics"]["en"]])
        self._titled = re.compile(rf"\b{title}(?:'s| is| was| named| called| name is)?$")
        self._who = re.compile(_TELLS_WHO)
        self._acts = re.compile(rf" (?:{any_of([*lists['person_acts']['en'], *lists['person_deeds']['en']])})\b")

    @cached_property
    def _common(self) -> frozenset[str]:
        return frozenset(self._make_common()) | self._blocked

    def find(self, text: str, clean: str) -> Iterator[Span]:
        """Yield the spans of names in a text without capitals."""
        if has_han(text) or _CAPITAL.search(re.sub(r"\bI\b", "i", text)):
            return
        place = 0
        while match := _NAME.search(clean, place):
            start, first, second = match.start("first"), match["first"], match["second"]
            place = match.end("first")
            if first in self._common and not (first in self._given and self._is_given(clean, start, place)):
                continue
            both = second is not None and second not in self._common and not second.endswith("'s")
            end = match.end("second") if both else place
            before = clean[:start].rstrip()
            if self._is_name(clean, before, first, end, both=both):
                yield start, end
                place = end

    def _is_given(self, clean: str, start: int, end: int) -> bool:
        """Say whether a first name that is a word too, mark or frank, stands where only a name can."""
        return bool(self._titled.search(clean[:start].rstrip()) and _GOES_ON.match(clean, end))

    def _is_name(self, clean: str, before: str, first: str, end: int, *, both: bool) -> bool:
        titled = self._titled.search(before)
        goes_on = bool(_GOES_ON.match(clean, end) or self._acts.match(clean, end))
        if first in self._given:
            return bool(titled or both or goes_on or self._who.search(before))
        if not titled or not (goes_on or both):
            return False
        return both or not ADJECTIVE.search(first)
