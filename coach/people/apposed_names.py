"""Names that are words as well, shown by the job that opens the message behind them: 田野,水产市场的冷库主管,...

Elsewhere 田野, 高峰, "May" and "Hope" are no names: only a job between marks, right behind the first word, tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from coach.people.capitals import NAME
from coach.people.chinese_names import MARKED, NO_GIVEN, frequency, is_given, is_named, is_place
from coach.people.words_of import any_of

_OPENS = r"(?:^|[。.!?;\n]\s*)"
_LINK = r"(?:\s?[,(]\s?|\s|是(?:一?[个位])?)"  # in chat a space is a comma
_SAYS = re.compile(r"\)?:")
_CLOSED = r"(?=[\s,。.;:!)]|$)"
# times in the dictionary's corpus from which a word that is no name of it is too common for one: 成本
_COMMON = 4000
_LANDS = tuple("山河江原川海峰岭林")  # 江河 and 高山 are places of the dictionary, and people
_OF = re.compile(r"[^,。;!?()]{2,}的")  # where the job is: then the first word is no firm
_WHO_DOES = (
    r"who (?:\w+ )?(?:runs|heads|leads|manages|handles|oversees|supervises|decides|signs|keeps|buys|orders|approves"
    r"|chooses|picks|tests|checks|looks after|is in charge of|is responsible for)\b[^,.;!?]{2,60}"
)
_VERB = (
    r"(?:(?:also|now|still|really|always|just) )?(?:wants?|wanted|needs?|needed|asks?|asked|says?|said|told|insists?"
    r"|insisted|demands?|requires?|expects?|hopes?|requests?|requested|prefers?|would|is|was|has|had|thinks?|complains?"
    r"|complained|decides|signs|likes?|hates?|worries|fears?|plans?|looks)\b"
)
# what firms and places are called by, and families as well
FAMILIES = frozenset({
    "park", "hill", "hills", "lake", "church", "green", "white", "black", "gold", "silver", "west", "north", "east",
    "best", "price", "power", "street", "bay", "bank", "house", "garden", "gardens", "french", "english", "german",
    "british", "london", "paris", "israel", "books", "care", "may", "rich", "chase", "hope", "summer", "first",
    "fair", "good", "right", "head", "art", "steel", "market", "farm", "port", "river", "field", "sunny", "august",
})  # fmt: skip
_FIRST_NAMES = FAMILIES | {"will", "bill", "dawn", "joy", "faith", "june", "april", "autumn", "grace", "mark", "peace"}
_THINGS = frozenset(
    {"毛利", "白天", "马力", "石英"}
)  # told of in a talk on goods, though the dictionary has them as names
_TASKS = (  # told alone behind a name they are what somebody is in charge of: 王芳，品质：证书不全
    r"(?:品质|质量|质检|品控|品管|采购|仓库|仓储|设备|生产|财务|技术|研发|工程|维修|物流|后勤|行政|人事|法务|信息|安全)[部科处组]?的?"
)
Span = tuple[int, int]


class ApposedNames:
    """Knows surnames, first names and titles."""

    def __init__(
        self, lists: Mapping[str, Mapping[str, Sequence[str]]], titles: Sequence[str], places: Sequence[str]
    ) -> None:
        """`titles` in both languages; `places`: departments and duties in Chinese."""
        han = [title for title in titles if not title.isascii()]
        place = any_of([*places, *lists["workplaces"]["zh"]])
        job = rf"(?P<job>[^,。;!?()\s]{{0,14}}?{any_of(han)}|[^,。;!?()\s]{{0,12}}?{place}的?|{_TASKS})"
        charge = rf"(?P<charge>(?:专门|主要|就是)?{any_of(lists['in_charge']['zh'])}[^,。;!?()\s]{{1,10}}?)"
        self._zh = re.compile(
            rf"{_OPENS}(?P<name>(?P<surname>{any_of(lists['surnames']['zh'])})(?P<given>[^\W\d_a-z{NO_GIVEN}]{{1,2}}))"
            rf"{_LINK}(?:是)?(?:{job}|{charge}){_CLOSED}"
        )
        self._firms = re.compile(any_of([*lists["brands"]["zh"], *lists["company_words"]["zh"]]))
        self._given = {name.lower() for name in lists["given_names"]["en"]}
        english = any_of(title for title in titles if title.isascii())
        title = rf"(?:(?:the|their|our|an?) )?(?:[\w&'-]+ ){{0,3}}?{english}\b[^,.;:!?()]{{0,40}}"
        self._en = re.compile(rf"{_OPENS}(?P<name>{NAME}),? ?[,(] ?(?:{title}|{_WHO_DOES})[,)] {_VERB}", re.IGNORECASE)
        self._capital = re.compile(NAME)

    def find(self, text: str, clean: str) -> Iterator[Span]:
        """Yield the spans of the names; `clean` is the text folded."""
        for match in self._zh.finditer(clean):
            if self._is_chinese(match):
                yield match.span("name")
        for match in self._en.finditer(clean):
            start, end = match.span("name")
            if self._capital.fullmatch(text, start, end) and clean[start:end] in self._given | _FIRST_NAMES:
                yield start, end

    def _is_chinese(self, match: re.Match[str]) -> bool:
        """Say whether a word may be a name: what is told of somebody's place of work leaves more words free."""
        name, given = match["name"], match["given"]
        if name in _THINGS or self._firms.search(name) or (is_place(name) and not name.endswith(_LANDS)):
            return False
        if is_named(name):
            return True
        says = _SAYS.match(match.string, match.end())  # 王芳，品质：证书不全
        of_a_place = says or match["charge"] or _OF.match(match["job"])
        often = MARKED[3 if len(given) > 1 else 2]
        return bool(of_a_place and frequency(name) < _COMMON and is_given(given, often))
