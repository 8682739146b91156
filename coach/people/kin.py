"""Relatives who are told of as people of their own: 他爱人管钱, "Rodrigo's brother in law", "his daughter Ignacia"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from coach.people.capitals import NAME
from coach.people.mention import Mention, overlaps
from coach.people.words_of import any_of

_WHICH = r"(?:(?:older|younger|elder|eldest|youngest|oldest|big|little|own|second|late|only) )?"
_HE, _HE_ZH = r"(?:his|her)", r"(?<![其吉])[他她](?!们|妈的)"
# "his wife's car", 他爱人的公司: something of theirs
_OWNS = re.compile(
    r"['’]s? (?!(?:in|on|our|the|a|an|not|very|too|been|got|against|for|with|also|now|doing|running|keen)\b)"
    r"|的(?![,。;!?]|$)"
)
_NAMED_BEHIND = re.compile(r"(?:,? ?(?:called|named|is called)? ?|,?\s?(?:名?叫|就?是)?)")
_NAMED_BEFORE = re.compile(r"(?:, | is | was |'s | \(|,|\(|是|就是)(?:also |still )?")
_CLOSED = re.compile(r"\s*(?:[,.;!?)，。；！？）]|$)|嘛|,? (?:and|who|does|runs|is|was|signs|keeps|told|says|said)\b")
_OPENING = re.compile(
    rf"(?:^|[.!?;,，。；！？]\s*)(?P<name>{NAME}(?: {NAME})?|[\u3400-\u9fff]{{2,3}}(?=是|就是))"
    r"(?: is | was |, |['’]s |就?是)$"
)
_IS_POST = re.compile(r"(?:就|也|还)?是(?:他们|公司|厂里)?的?|(?: is|'s| was) (?:(?:the|a|an|their|our|also|now) )*")


@dataclass(frozen=True)
class Kin:
    """A relative: where, whose as it was typed ("his", Rodrigo, 他) and in what relation."""

    start: int
    end: int
    owner: str
    relation: str

    @property
    def mention(self) -> Mention:
        return Mention("", self.start, self.end)


class Relatives:
    """Finds a word for a relative behind whose it is."""

    def __init__(self, lists: Mapping[str, Mapping[str, Sequence[str]]], titles: Sequence[str]) -> None:
        han, latin = any_of(lists["kin"]["zh"]), any_of(lists["kin"]["en"])
        surname = any_of(lists["surnames"]["zh"])
        polite = any_of([*lists["honorifics"]["zh"], *(title for title in titles if not title.isascii())])
        bosses = any_of(title for title in titles if not title.isascii() and len(title) > 1)
        named = (
            rf"(?:[老小]{surname}|{surname}{polite}|{surname}[\u3400-\u9fff]{{1,2}}(?=的)"
            rf"|{NAME}(?: {NAME})?(?:的|(?=[\u3400-\u9fff])))"
        )
        self._zh = re.compile(rf"(?P<owner>{_HE_ZH}|{named}|{bosses})的?(?:{han}的)?亲?(?P<kin>{han})")
        ranks = any_of(title for title in titles if title.isascii())
        self._en = re.compile(
            rf"(?:\b(?P<he>(?i:{_HE}))|\b(?P<named>{NAME}(?: {NAME})?)['’]s?"
            rf"|\b(?:[Tt]he|[Tt]heir) (?P<title>{ranks})['’]s?)"
            rf" {_WHICH}(?:{latin}['’]s {_WHICH})?(?P<kin>{latin})\b"
        )
        self._own = re.compile(rf"[老小]?{surname}?(?:先生|太太|夫人|大哥|大姐|哥|姐|爸|妈|弟|妹)")

    def find(self, text: str, clean: str) -> list[Kin]:
        """Return the relatives; `clean` is the text folded."""
        found = [*self._chinese(text, clean), *self._english(text, clean)]
        return [kin for kin in found if not _OWNS.match(clean, kin.end)]

    def _chinese(self, text: str, clean: str) -> Iterator[Kin]:
        for match in self._zh.finditer(clean):
            owner, relation = text[slice(*match.span("owner"))].removesuffix("的"), match["kin"]
            linked = clean[match.start("kin") - 1] == "的" or owner in "他她"
            if len(relation) < 2 and not linked:
                continue  # 王总姐: no sister
            if self._own.fullmatch(match.group()) and not linked:
                continue  # 王先生 is himself
            yield Kin(*match.span(), owner, relation)

    def _english(self, text: str, clean: str) -> Iterator[Kin]:
        for match in self._en.finditer(text):
            owner = match["he"] or match["named"] or f"the {match['title']}"
            yield Kin(*match.span(), owner, clean[slice(*match.span("kin"))].replace("-", " "))


def with_kin(kin: Sequence[Kin], found: Sequence[Mention], text: str, clean: str) -> list[Mention]:
    """Return the people with the relatives among them: one who is named gets the relation, others are of their own."""
    mentions = [one for one in found if not overlaps(one, [each.mention for each in kin])]
    for each in kin:
        named = next((one for one in mentions if one.named and _is_named(each, one, clean)), None)
        named = named or _opening_name(each, text, clean)
        title = next((one for one in mentions if not one.named and _tells_post(each, one, clean)), None)
        told = _as_told(each, named, title, text, clean)
        mentions = [*(one for one in mentions if one is not named and one is not title), told]
    return sorted(mentions, key=lambda one: one.start)


def _as_told(kin: Kin, named: Mention | None, title: Mention | None, text: str, clean: str) -> Mention:
    """Return the relative under the name that is told beside, with the relation as title and the role of a post."""
    start, end = kin.start, title.end if title else kin.end
    if named:
        start, end = min(start, named.start), max(end, named.end)
    return Mention(
        named.name if named else text[kin.start : kin.end], start, end, clean[kin.start : kin.end],
        title.role if title else named.role if named else None,
        named=named is not None, particular=True, kin=kin.relation, owner=kin.owner,
    )  # fmt: skip


def _is_named(kin: Kin, named: Mention, clean: str) -> bool:
    """Say whether a name right beside is the relative's: "his daughter Ignacia", 王小丽是他女儿."""
    if named.start >= kin.end:
        return bool(_NAMED_BEHIND.fullmatch(clean, kin.end, named.start))
    if named.end <= kin.start:
        return bool(_NAMED_BEFORE.fullmatch(clean, named.end, kin.start) and _CLOSED.match(clean, kin.end))
    return False


def _opening_name(kin: Kin, text: str, clean: str) -> Mention | None:
    """Return a name in no list that opens the clause: "Ignacia is Rodrigo's daughter", 王小丽是他女儿."""
    match = _OPENING.search(text, 0, kin.start)
    if match is None or not _CLOSED.match(clean, kin.end):
        return None
    return Mention(match["name"], *match.span("name"))


def _tells_post(kin: Kin, title: Mention, clean: str) -> bool:
    """Say whether a title right behind tells the post of the relative: 他哥是副总."""
    return title.start >= kin.end and bool(_IS_POST.fullmatch(clean, kin.end, title.start))
