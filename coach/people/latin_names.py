"""Latin names in Chinese text: a capitalised word behind a title or duty, or before what only a person does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from coach.people.capitals import LOWER, NAME, UPPER
from coach.people.titled_name import TitledName
from coach.people.words_of import any_of
from coach.text.language import has_han

_LETTER = rf"[{UPPER}{LOWER}0-9@&]"  # a Chinese character may stand right beside a name
_PARTICLE = r"(?: (?:van|von|de|der|den|del|la|di|da|dos|al|bin|binti|el))*"  # Pieter van Wyk
_NAME = re.compile(rf"(?<!{_LETTER})(?<![.-])(?P<name>{NAME}(?:{_PARTICLE} {NAME}){{0,2}})(?!{_LETTER})")
_FIRST = re.compile(rf"(?P<name>{NAME})")
_ABOUT = 28  # characters before a name in which its title stands
_ELDERS = ("大叔", "大妈", "老头", "老太太", "老先生")
_WHO = any_of((*_ELDERS, "大管家", "管家", "小姑娘", "姑娘", "小伙子", "小伙", "小妹", "小哥", "大姐", "大哥", "阿姨"))
_LINK = (
    rf"(?:(?:那边|这边|的)?,?(?:是|叫|名叫|就是|,|:|、)?(?:个|一个|他们)?(?:{_WHO}|[老小])?"
    r"|(?:那边|这边|呢|嘛)?,?(?:是|有)(?:一?[个位])[\u3400-\u9fff]{0,8}?(?:,?(?:名?叫|是))?"  # 采购是个印度人叫Rajesh
    r"|(?:,|是)[\u3400-\u9fff]{1,6}?(?:的|岁|人|出头|左右|上下),(?:名?叫|是)?)$"  # 总工,女的,Ivana
)
_IS = re.compile(r"(?:的|是|叫)$")
# the name of a firm, a place or a thing stands behind these
_NO_PERSON_BEFORE = re.compile(
    r"(?:客户|供应商|供货商|竞争对手|对手|竞品|品牌|同行|厂家|公司|代理|牌子|一家|那家|这家|另一家|在|去|到|从|往|至|转|经|发|寄|用|用的是|买|装|换成|换|卖给|供给|供|飞)$"
)
_MEETS = re.compile(r"(?:约了?|见了?|见过|见到|拜访了?|认识|得罪了?|陪|请了?|听)$")
_WITH = re.compile(r"(?:跟|和|与|找|给|对|问|让|向)$")
_SPEAKS = re.compile(r"(?:通了?|打了?|聊|谈|吃|喝|见|说|讲|发|问|开|碰|约|合作过)")
_IS_CONTACT = re.compile(r"(?:联系|对接|接待|打交道|熟|认识|负责|管|谈|找|帮|说话|见)[^,。]{0,4}的(?:人)?就?是$")
_PRONOUN = re.compile(r"[,。 、]{0,2}(?:他|她)(?!们)")
_THEN_PRONOUN = re.compile(r"[,。 ][^,。;!?他她]{0,12}(?:他|她)(?!们)")
# QS叫Rajesh: a post in letters; a programme has a name as well
_POST_BEFORE = re.compile(
    r"(?<![a-z])(?!(?:erp|mes|wms|crm|app|plc|bot|api|pos|scada|gps)叫)[a-z&]{2,5}(?:那边|这边)?叫$"
)
_ONE = re.compile(r"(?:有|来了|是)(?:一?[个位]|名)[\u3400-\u9fff]{0,6}$")  # 监事会有个Stipe,工会推上去的
_HE_LATER = re.compile(r"[,。 ][^;!?他她]{0,40}(?:他|她)(?!们)")
_FULL_NAME = re.compile(r"(?:全名|全称|本名|大名|真名|名字|姓名)(?:是|叫|就是)?$")
# 先说Kasia,全名Katarzyna Wójcik: firms have a 全称
_FULL_NAME_BEHIND = re.compile(r"\s?[,(]?\s?(?:全名|本名|大名|真名|中文名|小名|外号|绰号)")
_IS_OF_AND = re.compile(r"是[^,。;!?]{1,16}的[,。][^。!?]{0,40}[他她](?!们)")  # Tia是retail team的,每天demo的就是她


class LatinNames:
    """Finds names in Latin letters that stand in a Chinese sentence, by what stands beside them."""

    def __init__(
        self,
        lists: Mapping[str, Mapping[str, Sequence[str]]],
        titles: Sequence[str],
        departments: Sequence[str],
        given: set[str],
    ) -> None:
        words = [*lists["company_words"]["en"], *lists["not_names"]["en"], *lists["brands"]["en"]]
        self._blocked = {part for word in words for part in word.split()}
        self._given = given
        self._title_before = re.compile(rf"(?<![a-z])(?P<title>{any_of([*titles, *departments])}){_LINK}")
        self._is_titled = re.compile(
            rf",?\s?[他她]?是(?:他们|客户|对方)?(?:公司|集团|厂里)?的?(?:{any_of(titles)}|{any_of(departments)}(?=[,。;、]|$))"
        )
        self._title_follows = re.compile(rf"\s?[,(]\s?(?:他们的?)?{any_of(titles)}(?=[,.。;)]|$)")  # 关键人是Tove,COO
        kin = any_of([*lists["relatives"]["zh"], *lists["humans"]["zh"], *_ELDERS])
        self._kin = re.compile(rf"{kin}(?:是|叫)?$")
        self._deeds = re.compile(
            rf"\s?(?:也|就|又|还|昨天|上周|上个月|上次|今天|前天|刚才|刚)?{any_of(lists['person_deeds']['zh'])}"
        )
        self._polite = re.compile(any_of(word for word in lists["honorifics"]["zh"] if len(word) > 1))
        self._firm_behind = re.compile(rf"\s?(?:{any_of(lists['company_words']['zh'])}|那家|这家|牌|家|的货)")
        self._slip = re.compile(rf"{any_of(lists['retractions']['zh'])}[,。 ]*(?:是|叫)?$")
        self._honorifics = {word.rstrip(".") for word in lists["honorifics"]["en"]}
        self._address = re.compile(rf"(?<![a-z]){any_of(self._honorifics)}\.? ?$")

    def find(self, text: str, clean: str) -> Iterator[TitledName]:
        """Yield the names that belong to persons."""
        if not has_han(clean):
            return
        persons: list[TitledName] = []
        place = 0
        while match := _NAME.search(text, place):
            first = match["name"].split()[0]
            two = not _FULL_NAME.search(clean, 0, match.start()) and any(
                name in match["name"].split() for name in self._alone(text, match.start())
            )
            if match["name"] != first and two:
                match = _FIRST.match(text, match.start()) or match  # 是Nowicki Nowak是他老板: two people
            place = match.end()
            if found := self._person(match, text, clean, bool(persons)):
                persons.append(found)
        yield from persons

    @staticmethod
    def _alone(text: str, place: int) -> set[str]:
        """Return the names that stood alone before `place`."""
        return {match["name"] for match in _NAME.finditer(text, 0, place)}

    def _person(self, match: re.Match[str], text: str, clean: str, others: bool) -> TitledName | None:
        start, end = match.span("name")
        words = match["name"].lower().split()
        addressed = words[0] in self._honorifics
        if words == words[:addressed] or self._blocked.intersection(words[addressed:]) and words[0] not in self._given:
            return None
        if address := self._address.search(clean, 0, start):  # Mr. Desmond Koh
            start = address.start()
        polite = self._polite.match(clean, end + clean.startswith(" ", end))
        opens = len(clean[:start].rstrip())  # 品类经理 Aino Lehtinen: beside Latin letters a space is no mark
        before = clean[max(0, opens - _ABOUT) : opens]
        title = self._title_before.search(before)
        named = bool(polite or title or address or addressed)
        if not named and (self._firm_behind.match(clean, end) or _NO_PERSON_BEFORE.search(before)):
            return None
        familiar = before[-1:] in ("老", "小")
        known = words[0] in self._given
        if not (named or familiar or known or self._acts(clean, start, end, before, others)):
            return None
        if polite:
            end = polite.end()
        opening = opens - len(before) + title.start() if title else opens - 1 if familiar else start
        return TitledName(text[start:end], opening, end, title["title"] if title else None)

    def _acts(self, clean: str, start: int, end: int, before: str, others: bool) -> bool:
        """Say whether what stands around the name tells of a person."""
        return bool(
            self._deeds.match(clean, end)
            or self._is_titled.match(clean, end)
            or self._title_follows.match(clean, end)
            or _PRONOUN.match(clean, end)
            or _FULL_NAME_BEHIND.match(clean, end)
            or (not before.rstrip(" ,。;!?") and _IS_OF_AND.match(clean, end))
            or (_IS.search(before) and _THEN_PRONOUN.match(clean, end))
            or (_ONE.search(before) and _HE_LATER.match(clean, end))
            or self._kin.search(before)
            or _POST_BEFORE.search(before)
            or _MEETS.search(before)
            or _IS_CONTACT.search(before)
            or (_WITH.search(before) and (_SPEAKS.match(clean, end) or others))
            or (others and self._slip.search(before))
        )
