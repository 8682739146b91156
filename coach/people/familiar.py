"""What people call each other in Chinese: 场长老岳, 采购阿玲, 大家都喊他水生; and 总 that means "always", 老郑总说."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from coach.people.capitals import NAME, is_latin
from coach.people.chinese_names import NO_GIVEN, frequency, is_word, load_dictionary
from coach.people.titled_name import TitledName
from coach.people.words_of import any_of

_LEADS = "说讲和跟与找问给让叫由被是有见约请陪连托喊带听靠求的把对向位个及、"
_DEPARTMENTS = "办科部处室组厂店队司院局所"  # 招标办小罗
_KIN = "[姐哥叔姨嫂伯婶爷婆]"  # 芳姐
_KIN_CALLED = re.compile(rf"(?:[大二三四五六七八九小]|[\u3400-\u9fff]){_KIN}|老爷子|老太太|老头子|老大")  # 大家叫七叔
_MARKS = r"[,。、:;!?()\s]|$"
_ALWAYS = (  # behind 总 these show the adverb: 老郑总拿旧事说 is about 老郑, who always does
    r"总(?=拿|说|问|想|嫌|觉得|怕|爱|讲|喜欢|提|要|不|抱怨|惦记|盯|催|找|跟|把|往|念叨|躲|推|拖|以为|埋怨|挑|是|会|在|夸"
    r"|帮|替|给|让|叫|能|对|有|认为|担心|笑|骂|吵|看|用|压|卡|记|爱|站)"
)
_TITLE_LINK = r"(?:那边|这边|那头)?(?:的|是|叫|就是|就叫|有个|那个|有位)?(?:个|位)?$"
_ABOUT = 16  # characters before a name in which the title stands
_LATIN = re.compile(rf"{NAME}(?: {NAME})?")
_UP_TO_A_MARK = re.compile(r"[\u3400-\u9fff]{2,3}(?=[,。、:;!?()\s\"]|姓|的|$)")
_FAMILIAR = re.compile(r"[老小大阿][\u3400-\u9fff]")
_HAN_ONLY = re.compile(r"[\u3400-\u9fff]+")
# then an English name is the firm's own
_FIRM = re.compile(r"(?:公司|集团|客户(?:是|叫)|[德日美台港外合法英韩]资|工厂|有限|股份)[^。!?他她]{0,30}$")
_CALLED = r"(?:大家|大伙儿?|人家|别人|同事|我们|他们|底下人|工友|圈里)?[^,。;!? ]{0,3}"


class FamiliarNames:
    """Finds nicknames, and what somebody is called by others."""

    def __init__(
        self, lists: Mapping[str, Mapping[str, Sequence[str]]], titles: Sequence[str], duties: Sequence[str]
    ) -> None:
        short = [name for name in lists["surnames"]["zh"] if len(name) == 1]
        given, prefixes = lists["nicknames"]["zh"], any_of(lists["prefixes"]["zh"])
        self._surnames = set(short)
        self._kin = re.compile(rf"(?:阿[\u3400-\u9fff]|(?P<char>{any_of({*given} - {*short})})){_KIN}")
        self._name = re.compile(rf"{prefixes}(?P<char>{any_of([*short, *given])})")
        self._always = re.compile(_ALWAYS)
        acts = any_of([*lists["person_acts"]["zh"], *lists["person_deeds"]["zh"]])
        self._acts = re.compile(acts)
        self._closes = re.compile(
            rf"(?:{_MARKS}|{acts}|在|的|那|这|把|给|就|昨|上|每|先|又|还|才|刚|没|不|是|有|能|都|也|已|正|今|明)"
        )
        self._mark = re.compile(_MARKS)
        self._titles = {*titles}
        self._title = re.compile(rf"(?P<title>{any_of([*titles, *duties])}){_TITLE_LINK}")
        self._duties = {*duties}
        self._blocked = {*lists["not_names"]["zh"]}
        told = any_of([*titles, *duties])
        self._called = re.compile(
            rf"(?:(?P<title>{told})(?:那边|这边|那头)?(?:就|也)?,?(?:叫|名叫|叫做)"
            rf"|{_CALLED}(?:叫|喊|管|称呼|戏?称)(?P<who>他|她|ta)(?:叫|作|做|为|成)?"
            r"|(?P<they>大家|大伙儿?|人家|别人|同事们?|底下人|工友们?|圈里)都?(?:叫|喊|称)"
            r"|(?:外号|绰号|小名|人称|英文名|中文名|全名|本名|大名|真名|微信名)(?:是|叫|就是)?)(?P<name>)"
        )
        self._asked = re.compile(rf"(?=(?P<title>{told})(?:那边|这边|那头)?呢?,?(?:是|有)?[^,。;!?叫]{{0,8}},?$)")

    def find(self, text: str, clean: str) -> Iterator[TitledName]:
        """Yield the people under what they are called."""
        for match in self._name.finditer(clean):
            if found := self._nickname(match, clean):
                yield found
        for match in self._kin.finditer(clean):
            if self._opens(clean, match.start()) and not is_word(match.group()):
                yield TitledName(match.group(), *match.span(), None)
        for match in self._called.finditer(clean):
            if found := self._called_so(match, text, clean):
                yield found

    def _nickname(self, match: re.Match[str], clean: str) -> TitledName | None:
        start, end = match.span()
        name, surname = match.group(), match["char"] in self._surnames
        if surname and name[0] in "老小" and self._always.match(clean, end) and self._opens(clean, start):
            title = self._title_before(clean, start)
            return TitledName(name, title.start("title") if title else start, end, title["title"] if title else None)
        behind = clean[start : end + 1]
        if any(is_word(clean[start : end + more]) for more in (1, 2) if end + more <= len(clean)):
            return None  # 前台大管家
        if name in self._blocked or behind in self._blocked or clean[end : end + 1] == "总":
            return None
        title = self._title_before(clean, start)
        acts, marked = bool(self._acts.match(clean, end)), bool(self._mark.match(clean, end))
        if title and title["title"] in self._duties and name[0] != "阿":
            linked = surname and title.end() > title.end("title")  # 办公室的小温
            if not (acts or marked or linked):
                return None  # 维修老管道 mends an old pipe
        if title is None:
            twice = clean[end : end + 1] == match["char"]  # 大刘刘建平
            if not self._opens(clean, start) or not (twice or self._closes.match(clean, end)):
                return None
            lead = start > 0 and clean[start - 1] in _LEADS
            if name[0] == "阿":
                sure = acts or marked
            elif not surname or (name[0] == "大" and is_word(name)):
                sure = False
            else:
                sure = twice or name[0] in "老小" or acts or (marked and lead)
            if not sure:
                return None
        elif name[0] != "阿" and not surname and is_word(name):
            return None
        return TitledName(name, title.start("title") if title else start, end, title["title"] if title else None)

    def _opens(self, clean: str, start: int) -> bool:
        before = clean[start - 1 : start] if start else ""
        return (
            before in tuple(_LEADS + _DEPARTMENTS)
            or not before
            or bool(self._mark.match(before) or self._title_before(clean, start))
        )

    def _title_before(self, clean: str, start: int) -> re.Match[str] | None:
        return self._title.search(clean, max(0, start - _ABOUT), start)

    def _asked_for(self, clean: str, stop: int) -> re.Match[str] | None:
        """Return the last title before `stop` that tells who is called so: of 面包师傅的领班 it is 领班."""
        found = [*self._asked.finditer(clean[:stop], max(0, stop - 2 * _ABOUT))]
        whole = [m for m in found if not any(a.start("title") < m.start("title") < a.end("title") for a in found)]
        return whole[-1] if whole else None

    def _called_so(self, match: re.Match[str], text: str, clean: str) -> TitledName | None:
        place = match.end()
        if latin := _LATIN.match(text, place):
            name = latin.group()
        else:
            name = _first_name(clean, place, plain=bool(match["title"])) or ""
        if not name or name in self._titles or name in self._blocked:
            return None
        if match["title"] is None and match["who"] is None and _FIRM.search(clean, 0, match.start()):
            return None
        start, title = match.start("name"), match["title"]
        if match["they"] and not _KIN_CALLED.fullmatch(name) and not is_latin(name):
            return None
        if title:
            start = match.start("title")
        elif asked := self._asked_for(clean, match.start()):
            start, title = asked.start("title"), asked["title"]  # 采购呢是个小姑娘,大家都喊她彤彤
        return TitledName(name, start, place + len(name), title)


def _first_name(clean: str, place: int, *, plain: bool) -> str | None:
    """Return the name at `place`: up to the next mark when that is short, else what the dictionary does not cut."""
    match = _UP_TO_A_MARK.match(clean, place)
    name = match.group() if match else ""
    if not name:
        word = next(iter(load_dictionary().lcut(clean[place : place + 6])), "")
        name = word if 2 <= len(word) <= 3 and _HAN_ONLY.fullmatch(word) else ""
        if name and is_word(name):
            return None
    if match and _KIN_CALLED.fullmatch(name):
        return name
    if (
        not name
        or (name[0] in NO_GIVEN and not _FAMILIAR.fullmatch(name))
        or any(char in NO_GIVEN for char in name[1:])
    ):
        return None
    if frequency("叫" + name[0]):
        return None  # 叫停, 叫苦: nobody is called so
    twice = len(name) == 2 and name[0] == name[1]
    return None if plain and not twice and not match and is_word(name) else name
