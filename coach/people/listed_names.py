"""People named by what stands in lists: a surname and a title, a form of address, a first name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from coach.people.capitals import NAME
from coach.people.chinese_names import cuts_across, ends_word, is_word
from coach.people.english_names import EnglishNames
from coach.people.mention import Mention, cut_across, touches
from coach.people.title_lists import TitleLists
from coach.people.words_of import any_of

_IN_TOWN = re.compile(r"\b(?:in|near|outside|around) $")  # "they sit in Colombo", who is a family as well
# 向老板汇报, 向集团汇报: nobody of the surname 向
_REPORTS = re.compile(
    r"(?:当面|私下|直接|专门|多次|先|再|去|来)?(?:汇报|请示|打听|打(?:小)?报告|报告|申请|提|要|散布|散播|保证|反映|告|建议|推荐|介绍|借|学|炫耀|抱怨|吹|解释"
    r"|交代|透露|了解|求|请教|承诺|表态|说明|道歉|诉苦|举报|证实|核实|确认|发)"
)
_MANY_BEAR = {"同事", "领导", "上级"}
_A_WORD = 200  # times in the dictionary's corpus from which two characters are a word: 面包
_RANKED = tuple("评聘升考")  # 年底评高工 tells of a rank, and of no Gao


class ListedNames:
    """Finds 王总, "Mr Rossi" and Marco."""

    def __init__(
        self, lists: Mapping[str, Mapping[str, Sequence[str]]], titles: TitleLists, unknown: EnglishNames
    ) -> None:
        surname = any_of(lists["surnames"]["zh"])
        self.suffix = any_of([*lists["honorifics"]["zh"], *(set(titles.zh) - titles.departments)])
        given_zh = any_of(lists["given_names"]["zh"])
        self._titles, self._unknown = titles, unknown
        self._zh = re.compile(rf"{surname}{self.suffix}|{given_zh}")
        self._given_zh = re.compile(given_zh)
        self._not_given = {name.lower() for name in lists["not_names"]["en"]}
        self._given = {name.lower() for name in lists["given_names"]["en"]}
        self._known = self._given.union(name.lower() for name in lists["surnames"]["en"]) - self._not_given
        no_name = any_of(lists["not_names"]["en"])
        self._polite = re.compile(
            rf"(?<![A-Za-z'’-]){_addressed(lists)} (?!(?i:{no_name})\b){NAME}(?: (?!(?i:{no_name})\b){NAME}){{0,2}}"
        )
        self._en = re.compile(rf"(?<![A-Za-z])({NAME})(?: ({NAME}))?(?![A-Za-z])")

    def find(self, text: str, clean: str, others: Sequence[Mention], taken: Sequence[Mention]) -> Iterator[Mention]:
        """Yield the mentions that touch none that is `taken`; `others` are places of words that are no names."""
        found = [*taken]
        for mention in (*self._chinese(text, clean, others), *self._addressed(text), *self._first_names(text, clean)):
            if not touches(mention.start, mention.end, found):
                found.append(mention)
                yield mention

    def _chinese(self, text: str, clean: str, others: Sequence[Mention]) -> Iterator[Mention]:
        for match in self._zh.finditer(clean):
            start, end = match.span()
            if cut_across(match, others) or _is_cut(clean, start, end) or clean[start - 1 : start] in _RANKED:
                continue
            if _is_towards(clean, match, self._titles.roles):
                continue
            if self._given_zh.fullmatch(match.group()) and ends_word(clean, start, end):
                continue  # 圣保罗
            title = self._titles.ends(match.group())
            yield Mention(text[start:end], start, end, title, self._titles.roles[title] if title else None)

    def _addressed(self, text: str) -> Iterator[Mention]:
        return (Mention(match.group(), match.start(), match.end()) for match in self._polite.finditer(text))

    def _first_names(self, text: str, clean: str) -> Iterator[Mention]:
        for match in self._en.finditer(text):
            first, second = match.group(1).lower(), match.group(2)
            if first not in self._known:
                continue
            start, end = match.start(), match.end(1)
            if second and second.lower() not in self._not_given:
                end = match.end(2)
            town = first not in self._given and _IN_TOWN.search(clean, 0, start)
            if not town and not self._unknown.is_part_of_firm(text, start, end):
                yield Mention(text[start:end], start, end)


def _addressed(lists: Mapping[str, Mapping[str, Sequence[str]]]) -> str:
    """Return a pattern for forms of address; a word for a relative is one in capitals: Uncle Muthu, no "uncle Tom"."""
    words = {word.rstrip(".") for word in lists["honorifics"]["en"]}
    kin = words.intersection(lists["relatives"]["en"])
    old = any_of(lists["prefixes"]["en"])
    return rf"(?:(?i:(?:{old} )?{any_of(words - kin)}|{old})\.?|{any_of(word.title() for word in kin)})"


def _is_cut(clean: str, start: int, end: int) -> bool:
    """Say whether words lie across what looks like a name: 程总 in 工程总包, 包师傅 in 面包师傅."""
    if clean[start - 1 : start] in tuple("老小大"):
        return False
    return cuts_across(clean, start, end) or (end - start > 2 and is_word(clean[start - 1 : start + 1], _A_WORD))


def _is_towards(clean: str, match: re.Match[str], titles: Mapping[str, str | None]) -> bool:
    """Say whether 向 is the preposition and no surname: 向同事打听, 他向老板汇报."""
    title = match.group()[1:]
    if match.group()[0] != "向" or title not in titles:
        return False
    return title in _MANY_BEAR or bool(_REPORTS.match(clean, match.end()))
