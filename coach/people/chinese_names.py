"""Chinese full names that stand in no list: a surname, one or two characters, and what only a person does."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from coach.people.shown_by import ShownBy
from coach.people.words_of import any_of

NO_GIVEN = (
    "说是负责很不也总老在跟对的了都就还被把让给和与想要问有没会能觉认告诉提到来去过着"
    "我你他她它们这那个什么怎样吗呢吧啊又再只才更最太将已经曾从向往于以及或但而且因为所下上里外中间前后姐哥叔工总"
)  # characters of small words, which end a name

_MARK = re.compile(r"[,。、:;!?()\s]|$")
_LEADS = "和跟与找问给让叫由被是有见约请陪连及另但到"
_NAME_IS = "名字", "全名", "本名", "真名", "姓名"
_FAMOUS = {2: 500, 3: 60}  # times in the dictionary's corpus from which a "name" is a place or a word: 莫斯科, 顾客
# how many names of the dictionary hold each character of a given name: where the name is shown by what the person
# does, and where only marks show it, for a short name and for a long one (车针 and 韩裔 are none)
SHOWN, MARKED = 2, {2: 60, 3: 8}
_ACTS_TOO = "向管任应解查包成施谈关计盛"
_UNITS = "科部处室组班厂站"
_NEAR = 16  # characters before a name that stands alone, in which a title shows whose it is
_WHO_BEHIND = re.compile(r"[,、\s]+(?:大家|大伙|人称|他(?!们)|她(?!们)|我(?:还|没)|都叫)")
Span = tuple[int, int]


class ChineseNames:
    """Finds unknown names: a word of the dictionary is none, unless the dictionary has it as a name."""

    def __init__(self, lists: dict[str, dict[str, list[str]]], titles: Sequence[str], places: Sequence[str]) -> None:
        """`places`: departments and duties, in which or at which somebody works."""
        surname = any_of(lists["surnames"]["zh"])
        is_titled = rf"是(?:他们|他|客户|对方)?(?:公司)?的?{any_of(titles)}"  # 李娜是产品经理
        acts = any_of([*lists["person_acts"]["zh"], *titles])
        acts = rf"(?:(?!那边有?[一几]?[个家间座]){acts}|{is_titled})"  # 吉达那边有个医院
        given = rf"[^\W\d_a-z{NO_GIVEN}]{{1,2}}?"
        self._shown = ShownBy(lists, titles, places)
        self._name = re.compile(rf"({surname})({given})(?={acts}|{self._shown.work}|[,。、:;!?() ]|$)")
        self._blocked = re.compile(any_of([*lists["brands"]["zh"], *lists["company_words"]["zh"]]))
        self._given = {*lists["nicknames"]["zh"]}  # newer than the dictionary: 磊, 倩
        self._acts = re.compile(acts)
        job = rf"(?:[^,.。;!?()]{{0,8}}?{any_of(titles)}|{any_of(places)}的?)"
        self._title_behind = re.compile(rf"[,(]{job}(?=[,。;)]|$)")
        self._title_near = re.compile(rf"{any_of(titles)}[^。;!?]{{0,6}}[,、\s]+$")

    def find(self, clean: str) -> Iterator[Span]:
        """Yield the spans of unknown names in a folded text."""
        if not self._name.search(clean):
            return
        starts = word_starts(clean)
        place = 0
        while match := self._name.search(clean, place):
            start, end = match.span()
            acts = bool(self._acts.match(clean, end))
            before = clean[start - 1 : start]
            opens = not before or bool(_MARK.match(before))
            lead = before in _LEADS and start - 1 in starts  # 违约金大约: 约 leads to nobody
            inside = not (opens or lead or start in starts)
            place = start + 1 if inside else end  # 主管陈芳: no 管陈芳, but 陈芳
            if inside or clean[end : end + 1] == clean[start]:  # 管水管肥 is done, and nobody's name
                continue
            alone = opens and (end - start > 2 or self._is_apposed(clean, start, end))
            alone = alone and self._stands_alone(clean, start, end)
            alone = alone or clean[:start].endswith(_NAME_IS)
            if not (acts or alone or self._is_beside(clean, start, end, opens=opens or lead)):
                continue
            shown = acts or alone or self._shown.charged(clean, end)
            often = SHOWN if shown else MARKED[min(end - start, 3)]
            known = "".join(char for char in match[2] if char not in self._given)
            if is_given(known, often) and not self._is_no_name(match[1], match[2]):
                yield start, end

    def _is_beside(self, clean: str, start: int, end: int, *, opens: bool) -> bool:
        """Say whether a list, "it is ...", a meeting, or a place of work or task behind shows a name."""
        before = clean[start - 1 : start]
        if before and before in "、和跟与是叫找" or clean[end : end + 1] == "、":
            return True
        if opens and (self._shown.works(clean, end) or self._shown.charged(clean, end)):
            return True
        return self._shown.met(clean, start, end)

    def _is_no_name(self, surname: str, given: str) -> bool:
        name = surname + given
        if given == "子" or name[-1] in _UNITS and frequency(name[:-1]):  # 段子, 麻醉科
            return True
        if is_phrase(surname, given):
            return True
        a_word = len(surname) == 1 and opens_with_word(name)  # 欧阳 is one
        return bool(a_word or self._blocked.search(name) or _is_famous(name))

    def _stands_alone(self, clean: str, start: int, end: int) -> bool:
        """Say whether a name between two marks follows a title, or is followed by who bears it: 老板定,陈国栋,他..."""
        # 管预算 are two words
        near = self._title_near.search(clean, max(0, start - _NEAR), start)
        cut = load_dictionary().lcut(clean[start:end])
        whole = len(cut) == 1 or not any(len(word) > 1 and frequency(word) for word in cut[1:])
        return whole and bool(near or _WHO_BEHIND.match(clean, end) or self._is_apposed(clean, start, end))

    def _is_apposed(self, clean: str, start: int, end: int) -> bool:
        """Say whether a title stands between marks behind what is no word: 韩梅,财务经理,付款她签字."""
        return bool(self._title_behind.match(clean, end)) and not frequency(clean[start:end])


@lru_cache(maxsize=1)
def load_dictionary() -> Any:
    """Return jieba, imported when the first Chinese name is looked for: it takes most of a second.

    A server calls this at its start, since all other turns would wait meanwhile.
    """
    import jieba

    jieba.setLogLevel(logging.WARNING)  # it reports its dictionary on first use
    jieba.initialize()
    return jieba


def word_starts(clean: str, *, new_words: bool = True) -> set[int]:
    """Return where words begin; `new_words`: also those that the dictionary does not hold, as it guesses them."""
    starts, place = set(), 0
    for word in load_dictionary().lcut(clean, HMM=new_words):
        starts.add(place)
        place += len(word)
    return starts


def opens_with_word(name: str) -> bool:
    """Say whether `name`, or what it begins with, is a word of the dictionary that names no person."""
    return any(is_word(name[:length]) for length in range(2, len(name) + 1))


def frequency(text: str) -> int:
    """Return how often the dictionary's corpus holds `text` as a word, 0 when it is none."""
    return load_dictionary().dt.FREQ.get(text) or 0


def is_phrase(surname: str, given: str) -> bool:
    """Say whether a surname is rather a verb or preposition, with a word behind it: 管预算, 向集团汇报."""
    return surname in _ACTS_TOO and is_word(given)


def is_named(text: str) -> bool:
    """Say whether the dictionary has `text` as the name of a person."""
    return text in _names_of_dictionary()


def is_word(text: str, at_least: int = 1) -> bool:
    """Say whether `text` is a word of the dictionary, that often in its corpus, and names no person."""
    return frequency(text) >= at_least and text not in _names_of_dictionary()


def cuts_across(clean: str, start: int, end: int) -> bool:
    """Say whether words of the dictionary lie across both ends: 程总 in 工程总包."""
    if start in word_starts(clean, new_words=False):
        return False  # 说王总想: 说王 is no word of the dictionary
    return end < len(clean) and end not in word_starts(clean)


def ends_word(clean: str, start: int, end: int) -> bool:
    """Say whether the place is the end of a longer word of the dictionary: 保罗 in 圣保罗."""
    return any(frequency(clean[longer:end]) for longer in range(max(0, start - 2), start))


def _is_famous(name: str) -> bool:
    return frequency(name) >= _FAMOUS[min(len(name), 3)]


def is_given(given: str, at_least: int) -> bool:
    """Say whether each character ends that many names of the dictionary."""
    return all(_given_characters()[char] >= at_least for char in given)


@lru_cache(maxsize=1)
def _given_characters() -> Counter[str]:
    """How many names of the dictionary hold a character behind the surname."""
    return Counter(char for name in _names_of_dictionary() if len(name) <= 3 for char in name[1:])


def is_place(text: str) -> bool:
    """Say whether `text` is a country or a town of the dictionary."""
    return text in _words_tagged("ns")


def _names_of_dictionary() -> frozenset[str]:
    """The names of persons in jieba's dictionary."""
    return _words_tagged("nr")


@lru_cache(maxsize=2)
def _words_tagged(tag: str) -> frozenset[str]:
    """The words of jieba's dictionary with a tag: `nr` persons, `ns` places."""
    with load_dictionary().get_dict_file() as file:
        lines = (line.decode("utf-8").split() for line in file)
        return frozenset(parts[0] for parts in lines if len(parts) == 3 and parts[2].startswith(tag))
