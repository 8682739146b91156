"""Say whether two ways of naming mean one person: 王工 and 王伟, "Mr Rossi" and "Marco Rossi"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from coach.knowledge.load import Knowledge
from coach.people.capitals import is_latin
from coach.people.words_of import all_words, any_of
from coach.text.normalize import normalize

POLITE = re.compile(
    r"^(?:mr|mrs|ms|miss|dr|prof|herr|frau|signor|signora|ing|engr|mme|mlle|madam|mister|dott|capt|captain|doctor|don|doña|encik"
    r"|puan|dato|datuk|datin|licenciado|licenciada|lic|ingeniero|ingeniera|arquitecto|señor|señora|sr|sra|srta|senhor"
    r"|senhora|dona|ibu|bapak|pak|bu|mas|mbak|si|sidi|lalla|hajj|haji|hajji|alhaji|alhaja|sheikh|shaikh|madame|monsieur"
    r"|pan|pani|khun|tuan|cik|eng|arch|avv|rag|dra|drg|drs|shri|smt|meneer|mevrouw|señorita|senhorita|signorina"
    r"|mademoiselle|fräulein|padre|père|suor|uncle|auntie|aunty|sister|father|pastor|reverend|rev|imam|cikgu|ustaz"
    r"|abang|kak|kuya|tita|tito|mama|baba|seu|profe|oom|tante)\.? "
)
_HAN_BEHIND = re.compile(r"(?<=[^\W\d_\u3400-\u9fff])\s?[\u3400-\u9fff]{1,3}$")  # Begoña女士
# what friends make of the last character of a name: 香姐 and 阿香 of 阮氏香
_PET = re.compile(
    r"(?:[阿小]?(?P<kin>[\u3400-\u9fff])(?:姐|哥|叔|姨|嫂|伯|婶|妹|仔)|[阿小](?P<called>[\u3400-\u9fff]))"
)
_WHOLE = re.compile(r"[\u3400-\u9fff]{2,4}")
_KIN, _NO_PET = "姐哥叔姨嫂", "大小老表堂二三四五六七八九师总工"  # 大姐 and 师哥 are said of anybody
_SHORT_FORM = 3  # letters that a short form of a first name has at least
SAME, MAYBE, OTHER = "same", "maybe", "other"


@dataclass(frozen=True)
class Parts:
    """A Chinese name taken apart: the surname, then a given name, a title behind it, or a familiar word before it."""

    surname: str
    given: str = ""
    title: str = ""


class SamePerson:
    """Compares names with the lists of the knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        lists = knowledge.word_lists
        titles = {normalize(t) for group in knowledge.titles.values() for t in all_words(group.titles.zh)}
        honorifics = set(all_words(lists["honorifics"].words.zh))
        suffix = any_of([*titles, *honorifics])
        surname = any_of(all_words(lists["surnames"].words.zh))
        self._titled = re.compile(rf"({surname})({suffix})")
        self._familiar = re.compile(rf"{any_of(all_words(lists['prefixes'].words.zh))}({surname})")
        self._full = re.compile(rf"({surname})([\u4e00-\u9fff]{{1,2}})")
        self._parts = lru_cache(maxsize=2000)(self._take_apart)
        self._names = lru_cache(maxsize=5000)(self._compare_names)
        self._groups = [
            set(all_words([pattern])) for pattern in (*lists["same_titles"].words.zh, *lists["same_titles"].words.en)
        ]
        self._short_forms = [
            set(all_words([form])) for form in (*lists["short_forms"].words.zh, *lists["short_forms"].words.en)
        ]
        self._ranked = titles | {word for group in self._groups for word in group}

    def compare(self, names: Sequence[str], title: str | None, name: str, other_title: str | None) -> str:
        """Return `same`, `maybe` or `other` for a person called `names`, with `title`, and a mention `name`."""
        verdicts = {self._names(known, title, name, other_title) for known in names}
        if SAME in verdicts:
            return SAME
        full = [part for known in names if (part := self._parts(known)) and part.given]
        new = self._parts(name)
        if new and new.given and any(part.given != new.given for part in full):
            return OTHER
        return MAYBE if MAYBE in verdicts else OTHER

    def is_guess(self, names: Sequence[str], name: str) -> bool:
        """Say whether `name` was joined by the surname alone, as 王伟 with 王工."""
        verdicts = {self._names(known, None, name, None) for known in names}
        return MAYBE in verdicts and SAME not in verdicts

    def is_address(self, name: str) -> bool:
        """Say whether `name` is a surname with a form of address, as 王工, or only told as one: 姓王的."""
        return bool((parts := self._parts(name)) and parts.title) or name.startswith("姓")

    def same_title(self, a: str | None, b: str | None) -> bool:
        """Say whether two titles may be one person's: equal, of one group, or one the end of the other."""
        if not a or not b:
            return True
        a, b = normalize(a), normalize(b)
        return a.endswith(b) or b.endswith(a) or self.in_one_group(a, b)

    def in_one_group(self, a: str | None, b: str | None) -> bool:
        """Say whether both titles stand in one group of `same_titles`."""
        return bool(a and b) and any({normalize(a or ""), normalize(b or "")} <= group for group in self._groups)

    def _compare_names(self, known: str, title: str | None, name: str, other_title: str | None) -> str:
        a, b = (_HAN_BEHIND.sub("", POLITE.sub("", normalize(each))) for each in (known, name))
        if a == b:
            return SAME
        if is_latin(a) and is_latin(b):
            return MAYBE if self._is_short_form(a.split(), b.split()) else _english(a, b)
        if self._is_short_form([a], [b]):
            return MAYBE
        if "·" in a + b:  # 罗德里戈 and 罗德里戈·巴里亚
            return SAME if {*a.split("·")} <= {*b.split("·")} or {*b.split("·")} <= {*a.split("·")} else OTHER
        left, right = self._parts(known), self._parts(name)
        if (left is None or right is None) and (_is_pet_name(a, b) or _is_pet_name(b, a)):
            return MAYBE
        if not left or not right or left.surname != right.surname or (left.given and right.given):
            return OTHER
        if left.given or right.given:
            return MAYBE if self._may_hold(left.title or title, right.title or other_title) else OTHER
        return SAME if self._may_hold(left.title, right.title) else OTHER

    def _is_short_form(self, a: Sequence[str], b: Sequence[str]) -> bool:
        """Say whether the first names are one, shortened, and no surname tells against it: Maggie of Margaret Doyle."""
        both = {*a[:1], *b[:1]}
        same_family = len(a) < 2 or len(b) < 2 or a[1:] == b[1:]
        return len(both) > 1 and same_family and any(both <= group for group in self._short_forms)

    def _may_hold(self, a: str | None, b: str | None) -> bool:
        """A polite word such as 先生 goes with any title; two ranks must agree."""
        ranked = [title for title in (a, b) if title and normalize(title) in self._ranked]
        return len(ranked) < 2 or self.same_title(*ranked)

    def _take_apart(self, name: str) -> Parts | None:
        clean = normalize(name)
        if match := self._titled.fullmatch(clean):
            return Parts(match[1], title=match[2])
        if match := self._familiar.fullmatch(clean):
            return Parts(match[1])
        if match := self._full.fullmatch(clean):
            return Parts(match[1], given=match[2])
        return None


def pet_names(name: str) -> set[str]:
    """Return what friends may make of a Chinese full name: 阿德 and 德哥 of 阮文德."""
    if not re.fullmatch(r"[\u3400-\u9fff]{2,3}", name) or _PET.fullmatch(name) or name[-1] in _NO_PET:
        return set()
    return {f"阿{name[-1]}", *(name[-1] + kin for kin in _KIN)}


def _is_pet_name(short: str, name: str) -> bool:
    """Say whether the short name is made of the last character of the other, a full one."""
    pet = _PET.fullmatch(short)
    whole = pet and not _PET.fullmatch(name) and _WHOLE.fullmatch(name)
    return bool(pet and whole and name.endswith(pet["kin"] or pet["called"]))


def _english(a: str, b: str) -> str:
    """A part of a full name is the same person; a short form, Kev of Kevin, may be."""
    short, long = sorted((a.split(), b.split()), key=len)
    if len(short) != 1:
        return OTHER
    if len(long) > 1 and short[0] in (long[0], long[-1]):
        return SAME
    parts = sorted((short[0], long[0]), key=len)
    fits = len(parts[0]) >= _SHORT_FORM and parts[1].startswith(parts[0]) and len(parts[1]) >= len(parts[0]) + 2
    return MAYBE if fits and parts[0][-1] not in "aeiou" else OTHER
