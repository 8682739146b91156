"""Chinese people of whom only the surname is told: 姓路的小伙子 is 小路, 财务科长姓秦 is 秦科长."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from coach.people.titled_name import TitledName
from coach.people.words_of import any_of

_NEXT = 3  # characters between the surname and its form of address, which together name one person: 姓陈,陈小姐
_REACH = 12  # characters on either side in which it is told who bears the surname


class ToldSurnames:
    """Finds 姓 with a surname, also one that stands in no list."""

    def __init__(
        self, lists: Mapping[str, Mapping[str, Sequence[str]]], titles: Sequence[str], duties: Sequence[str]
    ) -> None:
        surname = rf"(?:{any_of(lists['surnames']['zh'])}|[\u3400-\u9fff])"
        young = any_of(lists["humans"]["zh"])
        polite = any_of(lists["honorifics"]["zh"])
        self._told = re.compile(rf"(?<![不百同贵您老名何])姓(?!名|氏)(?P<surname>{surname})(?=[,。;!?、 的]|$)")
        self._polite_behind = re.compile(rf"的(?:[^,。]{{0,3}})?(?P<polite>{polite})")
        self._young_behind = re.compile(rf"的(?:[^,。]{{0,4}})?{young}")
        self._young_before = re.compile(rf"{young},?$")
        self._title_before = re.compile(
            rf"(?P<title>{any_of([*titles, *duties])})(?:那边|这边)?(?:是|有)?(?:一?个|一?位)?,?$"
        )
        self._polite = re.compile(polite)
        self._ends_polite = re.compile(rf"{polite}$")

    def find(self, text: str, clean: str) -> Iterator[TitledName]:
        """Yield the people whose surname is told, by the form of address where one follows: 姓陈,陈小姐."""
        for match in self._told.finditer(clean):
            surname, end = match["surname"], match.end()
            before = clean[max(0, match.start() - _REACH) : match.start()]
            title = self._title_before.search(before)
            if (fuller := self._fuller(clean, surname, end)) is not None:
                if fuller[0] - end > _NEXT:
                    continue  # found where it stands
                name, end = clean[slice(*fuller)], fuller[1]
            else:
                name, end = self._called(clean, surname, end, before, title["title"] if title else "")
            start = match.start() - len(before) + title.start() if title else match.start()
            yield TitledName(name, start, end, title["title"] if title else None)

    def _fuller(self, clean: str, surname: str, place: int) -> tuple[int, int] | None:
        """Return where the same surname follows with a form of address."""
        for at in re.finditer(re.escape(surname), clean[place:]):
            if polite := self._polite.match(clean, place + at.end()):
                return place + at.start(), polite.end()
        return None

    def _called(self, clean: str, surname: str, end: int, before: str, title: str) -> tuple[str, int]:
        if match := self._polite_behind.match(clean, end):
            return surname + match["polite"], match.end()
        if match := self._young_behind.match(clean, end):
            return "小" + surname, match.end()
        if self._young_before.search(before):
            return "小" + surname, end
        if polite := self._ends_polite.search(title):
            return surname + polite.group(), end
        return f"姓{surname}的", end
