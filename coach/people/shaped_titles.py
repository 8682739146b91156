"""Titles in no list, by their shape: "the head of anaesthesia", "the chap who runs goods-in", 质检那边的头儿."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from coach.people.chinese_names import frequency, word_starts
from coach.people.words_of import any_of

_HUMAN_EN = r"(?:chap|guy|bloke|man|woman|lady|person|fella|fellow|girl|lad|gent|gentleman|lass|one)"
_HUMAN_ZH = (
    r"(?:老师傅|师傅|老大爷|大爷|大叔|大妈|大姐|大哥|大嫂|阿姨|老头儿?|老太太|老哥|老兄|哥们儿?|兄弟|老同志|小伙子?|小姑娘|姑娘|小哥"
    r"|小弟|小妹|男的|女的|同事|头儿|领导|经理|主任|主管|科长|处长|部长|组长|班长|队长|老总|副总|副厂长|副院长|副校长|副经理|工程师"
    r"|护士长|老师|专员|文员|办事员|科员|员工)"
)
_ONE_ZH = "(?:那个|那位|一个|一位|这个|这位|个|位|那)?"
_NO_POST = r"(?! (?:times?|to|role|job|position|post|of)\b)"
_OFFICE = r"(?:head|chief|director|manager|vp|dean|lead|leader|supervisor|superintendent|boss)"
# a small word, a verb or a plain adjective: no part of a department's name
_STOP = (
    r"(?:a|an|the|their|our|his|her|my|your|its|this|that|these|those|each|every|any|some|no|another|other|both|one|two"
    r"|three|four|five|six|ten|several|many|most|all|few|more|which|what|whose|i|we|you|he|she|they|it|him|them|us|me"
    r"|and|or|but|so|then|if|when|while|because|as|than|like|who|to|of|in|on|at|by|for|from|with|about|into|over|under"
    r"|after|before|through|via|per|not|never|also|just|only|even|still|now|once|maybe|real|really|actual|actually|old"
    r"|new|young|current|former|ex|main|big|top|great|good|nice|bad|same|own|next|last|first|second|certain|usual"
    r"|is|are|was|were|be|been|being|am|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should"
    r"|says?|said|tells?|told|asks?|asked|met|meet|meets|saw|see|sees|called|calls|call|rang|emailed|spoke|talked|know"
    r"|knows|knew|got|get|gets|made|make|makes|need|needs|want|wants|wanted|became|become|becomes|hired?|appointed"
    r"|named|introduced|visited|visit|thinks?|thought|there's|he's|she's|it's|that's|whoever|somebody|someone|nobody"
    r"|likes?|loves?|hates?|uses?|used|take|takes|took|runs?|let|lets|early|clear|strong|long|short|hot|warm|cold|sales"
    r"|market|promising|retired|assistant|deputy|senior|junior|interim|acting|chief)"
)
_WORD = rf"(?!{_STOP}\b)[a-zà-ÿ&][\w&'/-]*"
_BEFORE = (
    r"(?:(?:^|[.!?;:,(\n]\s*|\b(?:the|their|a|an|this|that|from|with|by|to|as|met|is|and|but|our) )"
    r"(?:(?:same|new|old|current|main|senior|deputy|acting) )?)"
)
# what ends the name of a department: a mark, a small word, or a verb
_ENDS = (
    r"(?=\s*(?:[,.;:!?()]|$)|'s\b|\s(?:and|but|who|that|which|is|was|has|had|will|won't|would|wouldn't|can|can't|could"
    r"|couldn't|does|doesn't|did|didn't|isn't|wasn't|hasn't|must|should|may|might|at|in|on|from|with|for|to|of|by|there"
    r"|here|he|she|i|we|they|it|also|always|never|really|just|only|still|now|then|often|even|himself|herself|came|went"
    r"|gave|took|got|kept|put|let|said|told|met|made|saw|knew|thought|felt|fought|wrote|rang|sent|set|swore|stood|sat"
    r"|yesterday|today|tomorrow|last|this|next|won|lost|left|held|hung|shut|cut|cannot|when|because|if|so|about|over|up|out|down"
    r"|[a-z]+ly|[a-z'-]+(?:s|ed)(?<!ss)(?<!ics)(?<!sales)(?<!goods)(?<!stores)(?<!works)(?<!logistics))\b)"
)
_UNIT_ZH = (
    r"(?:科室|科|部门|部|处|车间|班组|组|事业部|室|班|房|厂|中心|站|队|办公室|办|所|院|库|工段|段|课|产线|线|工区|区|仓|台"
    r"|店|楼|灶)"
)
_UNIT_BEFORE = re.compile(rf"{_UNIT_ZH}的?$")
_THERE = "(?:那边|这边|那头|那块|那儿)"
_STOP_ZH = (
    "的了是在和跟与找问见给让叫被把他她它我你您们这那个位说讲有也都就还又不没对向从到请约去来由归过着得会要想"
    "各每某一几两、"
)
_OWNERS = re.compile(r"(?:客户|对方|人家|公司|集团|工厂|医院|学校|酒店|现在|目前|另外|其中)+")
_FOLLOWS = (
    r"(?:说|讲|提|问|要|想|不|没|也|都|天天|每|老|总|挺|很|特|最|一直|对|跟|给|把|拿|催|嫌|抱怨|告诉|觉得|认为|反对|支持"
    r"|喜欢|用|是|会|能|就|,)"
)
# "the purchasing manager of Fernlicht": a firm, whereas a department has a head, or is written in capitals (IT)
_OF_A_FIRM = re.compile(r"(?:director|manager|dean|supervisor|superintendent|boss|chief) of [A-ZÀ-Þ][\w&'-]*[a-zà-ÿ]")
_LONGEST = 5  # characters of a department's name
Span = tuple[int, int]


class ShapedTitles:
    """Finds who is known only by a title in no list, or by what they are in charge of."""

    def __init__(
        self,
        lists: Mapping[str, Mapping[str, Sequence[str]]],
        roles: Mapping[str, str | None],
        departments: Sequence[str],
        duties: Sequence[str],
    ) -> None:
        """`roles`: the role of each listed title; `departments` and `duties`: the titles that are no persons."""
        self._roles = roles
        self._listed = {title for title, role in roles.items() if role} - {*departments}
        self._departments = sorted(departments, key=len, reverse=True)
        self._surnames = {*lists["surnames"]["zh"]}
        place_en, place_zh = (
            any_of(lists["workplaces"]["en"]),
            any_of([*lists["workplaces"]["zh"], *departments, *duties]),
        )
        self._place = re.compile(place_zh)
        rank_en, rank_zh = any_of(lists["ranks"]["en"]), any_of(lists["ranks"]["zh"])
        charge = lists["in_charge"]["en"]
        doing = [
            words for words in charge if words.split()[0].endswith("ing") or words.startswith(("in ", "responsible"))
        ]
        what = rf"(?:(?:the|their|all|all the) )?(?:{_WORD}(?: (?:and |& )?{_WORD}){{0,2}}?{_ENDS}|{place_en}\b)"
        self._en = [
            re.compile(rf"\b(?P<title>{_OFFICE} of {what})"),
            re.compile(rf"{_BEFORE}(?P<title>{_WORD}(?: {_WORD}){{0,2}} (?!lead\b){rank_en})\b{_NO_POST}"),
            re.compile(rf"\b(?:the|their|a) (?P<title>{_WORD}(?: {_WORD}){{0,2}} lead)\b{_NO_POST}"),  # not the metal
            re.compile(rf"\b(?P<title>{_HUMAN_EN} (?:(?:who|that) {any_of(charge)}|{any_of(doing)}) {what})"),
            re.compile(
                rf"\b(?P<title>{_HUMAN_EN} (?:(?:over|down|up) )?(?:from|in|on|at) (?:the |their )?{place_en})\b"
            ),
        ]
        self._unit = re.compile(
            rf"(?:(?P<unit>{place_zh}|{_UNIT_ZH}){_THERE}?(?:里头|里面|里|上)?|{_THERE})的?(?P<rank>{rank_zh})"
        )
        duty, human = any_of(lists["in_charge"]["zh"]), _HUMAN_ZH
        self._zh = [
            re.compile(rf"(?<![主分不没别尽]){duty}(?P<what>[\u3400-\u9fff]{{2,8}}?)的{_ONE_ZH}{human}"),
            re.compile(
                rf"(?<![不没别尽])(?:主管|分管|主抓|负责|管)(?P<what>[\u3400-\u9fff]{{1,8}}?)的"
                rf"(?:那个人|那位|人(?={_FOLLOWS})|(?={_FOLLOWS}))"
            ),
        ]

    def find(self, text: str, clean: str) -> list[Span]:
        """Return the spans of the titles in `text`; `clean` is the same folded."""
        titles = [match.span("title") for pattern in self._en for match in pattern.finditer(clean)]
        found = [(start, end) for start, end in titles if not _OF_A_FIRM.match(text, start, end)]
        found += [span for match in self._unit.finditer(clean) if (span := self._of_unit(clean, match))]
        found += [
            match.span()
            for bare, pattern in enumerate(self._zh)
            for match in pattern.finditer(clean)
            if not {*match["what"]} & {*_STOP_ZH} and (not bare or self._is_work(match["what"]))
        ]
        return [span for span in found if not any(_holds(other, span) for other in found)]

    def role(self, title: str) -> str | None:
        """Return the role that the department in a title suggests."""
        words = title.split()
        for name in self._departments:
            if name in words if name.isascii() and " " not in name else name in title:
                return self._roles[name]
        return None

    def _of_unit(self, clean: str, match: re.Match[str]) -> Span | None:
        """Return where a title stands whose department ends with the match; None where none is told."""
        starts, unit = word_starts(clean), match["unit"] or ""
        start = place = match.start()
        while start > 0 and place - start < _LONGEST and _is_han(clean[start - 1]) and clean[start - 1] not in _STOP_ZH:
            start -= 1
        while start < place and start not in starts:
            start += 1
        if owners := _OWNERS.match(clean, start, place):
            start = owners.end()
        name = clean[start:place]
        if len(unit) > 1 and unit not in ("办公室", "部门", "中心", "科室"):
            return start, match.end()
        if len(name) < 2 or (name[0] in self._surnames and not frequency(name) and not frequency(name + unit)):
            return None  # 黎科长
        if name[-1] in self._surnames and _UNIT_BEFORE.search(name[:-1]):
            return None  # 采购科孙科长
        return start, match.end()

    def _is_work(self, what: str) -> bool:
        """Say whether words are a department or a thing: 管仓库的, 管包材的, but not 管先提的."""
        return bool(self._place.fullmatch(what) or frequency(what) or re.search(rf"{_UNIT_ZH}$", what))

    def is_listed(self, title: str) -> bool:
        """Say whether a title, or what it ends with, stands in the lists and suggests a role."""
        parts = range(len(title)) if _is_han(title[-1]) else [0, *(m.end() for m in re.finditer(" ", title))]
        return any(title[part:] in self._listed for part in parts)


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def _holds(longer: Span, span: Span) -> bool:
    return longer != span and longer[0] <= span[0] and span[1] <= longer[1]
