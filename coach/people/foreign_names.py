"""Foreign names in Chinese characters, in no list, told by what describes who bears them.

英格尔（夜班班长）说, 管夜班的英格尔说, 英格尔,管夜班的,说, 夜班班长英格尔说.
In Latin letters too, where the description follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from coach.people.capitals import LOWER, is_latin
from coach.people.chinese_names import NO_GIVEN, frequency, is_word, load_dictionary, word_starts
from coach.people.titled_name import TitledName
from coach.people.words_of import any_of

# what foreign names are written with: the characters of the usual tables of transcription
SOUNDS = (
    "阿埃艾爱安昂奥澳巴拜班邦保鲍贝本比彼毕宾波博伯布勃查茨达戴丹道德登邓狄迪蒂丁杜多顿敦厄恩尔法凡范菲费芬弗夫福盖冈戈格葛根古"
    "哈海汉豪赫黑亨洪胡华怀霍基吉加贾简杰金卡凯坎康考科克肯库夸拉莱赖兰朗劳勒雷里莉丽利立莲廉琳林灵龙卢鲁露罗洛玛马迈麦曼芒毛梅门蒙米密"
    "明摩莫墨默穆姆娜纳内妮尼涅宁纽农努诺欧帕派潘庞佩彭皮匹珀普奇契恰乔切琴琼茹若萨塞桑瑟森沙莎珊尚舍申圣施什史舒斯丝思索苏塔泰坦汤图"
    "热日列别律烈吕玉孜江买阔木合柯瑞尤吾克"
    "唐特滕提廷蕾黛薇娅芙托陀瓦旺万威韦维魏温文翁沃乌伍武西希夏香肖谢辛欣休许雅亚扬耶叶伊依茵英因永尤于约云扎詹哲珍芝朱兹祖佐席齐"
)
_NAME = rf"[{SOUNDS}]{{2,6}}(?:·[{SOUNDS}]{{1,6}})?"
_MORE = rf"[{SOUNDS}卜罕优易义赛翰泽侯蓬颂绍歇卫素福顺姬诗南伦嘉梨茜]"  # rarer ones: 易卜拉欣, 穆罕默德
_LONG = rf"{_MORE}{{3,7}}"  # right behind a title, up to where a word begins
_DOTTED = rf"[冯{_MORE[1:-1]}]{{1,6}}(?:·[冯{_MORE[1:-1]}]{{1,6}}){{1,3}}"  # 罗德里戈·巴里亚, 冯·贝克
_LATIN = rf"[{LOWER}][{LOWER}'-]+(?: [{LOWER}][{LOWER}'-]+)?"
_KIND = "女的|男的|大个子|小个子|高个子|胖子|瘦子|老头儿?|老太太|老师傅|大姐|大哥|大叔|大妈|老外"
_POLITE = "(?:先生|女士|小姐|太太|夫人|博士|教授)"
_GIVEN = rf"[^\W\d_a-z{NO_GIVEN}]"
_OPENS = r"(?:^|(?<=[,。、:;!?\s和跟与找问])|(?<=今天|昨天|上周|刚才|其中|另外|还有))"
_DOES = r"(?:管|负责|分管|主管|主持|做|搞|干|看|跑|带|盯|值|在)"
_ON_THE_WAY = r"(?:也|就|又|还|都|昨天|上周|上个月|上次|今天|前天|刚才|刚|后来|一直|老是|总是)?"
_OF_A_FIRM = re.compile(r"(?:品牌|牌子|供应商|厂家|公司|集团|客户)(?:是|叫|名叫|全称|就是)?[,:]?$")
_NO_PERSON = r"(?![^()]*(?:客户|公司|供应商|厂家|厂商|品牌|牌子|对手|竞品|集团|同行|代理|经销商|子公司))"
# times in the dictionary's corpus from which it is a word (马达), a part is one (普通马达), or a known place (马德里)
_SHORT_WORD, _A_WORD, _FAMOUS = 10, 30, 150

_GROUPS = ("name", "apposed", "named", "dotted", "titled", "called", "asked", "full", "addressed", "bare")


class ForeignNames:
    """Finds foreign names written in Chinese."""

    def __init__(self, lists: Mapping[str, Mapping[str, Sequence[str]]], titles: Sequence[str], duties: Sequence[str]):
        self._title = re.compile(any_of(titles))
        acts = any_of([*lists["person_acts"]["zh"], *lists["person_deeds"]["zh"]])
        says = rf"{_ON_THE_WAY}{acts}"
        title, place = any_of([*titles, *duties]), any_of([*lists["workplaces"]["zh"], *duties])
        note = rf"\({_NO_PERSON}(?P<note>[^()]{{2,16}})\)"
        apart = rf",(?P<apart>(?:{_DOES}[^,。;!?]{{1,12}}的|[^,。;!?]{{0,14}}?{title}))"
        behind = rf"{_OPENS}(?P<name>{_NAME}|{_LATIN})(?:{note}|{apart}),?(?={says})"
        before = (
            rf"(?:{_DOES}[^,。;!?的]{{1,10}}的|(?:{place}|{title})(?:那边|这边|里|上)?的?,?)(?:名?叫|是)?"
            rf"(?P<named>{_NAME})(?={says}|[,、]?(?:他|她)(?!们))"
        )
        young, polite = any_of(lists["humans"]["zh"]), any_of(h for h in lists["honorifics"]["zh"] if len(h) > 1)
        called = rf"(?:{young}|[是个位](?:{_KIND})),?(?:名?叫|是)?(?P<called>{_NAME})(?=[,、。;!?\s]|他|她|{says}|$)"
        asked = rf"叫个?(?:啥|什么)(?:来着)?[,?]?(?P<asked>{_NAME})(?=吧|[,。;!?]|好像|来着)"
        addressed = rf"(?:{_OPENS}|(?<=的)|(?:{place}|{title}),?)(?P<addressed>{_NAME}{polite})"
        family = any_of(lists["surnames"]["zh"])
        # 阮文勇先生, 范氏梅女士: surname and given name in front of a polite word
        full = rf"(?:{_OPENS}|(?<=[的由是给])|(?:{place}|{title}),?)(?P<full>{family}氏?{_GIVEN}{{1,2}}{_POLITE})"
        dotted = rf"(?:{title}(?:是|叫)?,?)?(?P<dotted>{_DOTTED})(?:{polite})?"
        rank = any_of(lists["ranks"]["zh"])
        apposed = rf"{_OPENS}(?P<apposed>{_NAME}),(?P<post>[^,。;!?他她]{{0,10}}?(?:{title}|{rank}))(?=[,。;])"
        titled = rf"{title}(?:叫|是|,)?(?P<titled>{_LONG})"
        # firms say and want things as well, but 英格尔摇了摇头
        bare = rf"{_OPENS}(?P<bare>{_LONG})(?={_ON_THE_WAY}{any_of(lists['gestures']['zh'])})"
        ways = (behind, apposed, dotted, before, called, asked, full, addressed, titled, bare)
        self._told = re.compile("|".join(ways))
        self._polite, self._title_behind = re.compile(rf"{polite}$"), re.compile(polite)
        self._firm = re.compile(rf"{any_of(lists['company_words']['zh'])}|牌|家的|的货")
        words = [*lists["company_words"]["en"], *lists["not_names"]["en"], *lists["brands"]["en"]]
        self._blocked = {part for word in words for part in word.split()}

    def find(self, text: str, clean: str) -> Iterator[TitledName]:
        """Yield the names, each with the title in its description; `clean` is the text folded."""
        for match in self._told.finditer(clean):
            group = next(name for name in _GROUPS if match[name])
            start, end = match.span(group)
            if group in ("titled", "dotted"):
                end = _up_to_word(clean, start, end)
                end -= clean[end - 1] == "提" and clean[end : end + 1] in ("的", "了", "出", "过")
            stop = polite.end() if (polite := self._title_behind.match(clean, end)) else end
            name = text[start:end]
            if group in ("titled", "bare") and not _is_long_name(name):
                continue
            if group not in ("full", "titled", "bare") and not (
                self._is_latin(name) if is_latin(name) else self._is_name(name)
            ):
                continue
            if group == "dotted" and (self._firm.match(clean, match.end()) or _OF_A_FIRM.search(clean, 0, start)):
                continue
            behind = group in ("name", "apposed")
            told = match["note"] or match["apart"] or match["post"] or ("" if behind else clean[match.start() : start])
            titles = [*self._title.finditer(told)]
            title = titles[0 if behind else -1] if titles else None  # 总经理秘书 is a 秘书
            if title is None:
                yield TitledName(name, start, stop if group == "dotted" else end, None)
            elif behind:
                yield TitledName(name, start, match.end(), title.group())
            else:
                yield TitledName(name, match.start() + title.start(), max(end, stop), title.group())

    def _is_name(self, name: str) -> bool:
        plain = self._polite.sub("", name)
        return "·" in name or (_is_name(plain) if plain == name else frequency(plain) < _FAMOUS)

    def _is_latin(self, name: str) -> bool:
        return name.istitle() and self._blocked.isdisjoint(name.lower().split())


def _up_to_word(clean: str, start: int, end: int) -> int:
    """Return where a name ends that runs into the word behind it: 加姆迪 of 加姆迪博士."""
    starts = word_starts(clean[start : end + 2], new_words=False)
    return next((place for place in range(end, start, -1) if place - start in starts or place == len(clean)), end)


def _is_long_name(name: str) -> bool:
    """Say whether what stands behind a title is made of sounds alone; parts may be names: 玛丽 in 玛丽安娜."""
    if len(name) < 3 or is_word(name, _FAMOUS):
        return False
    return not any(1 < len(word) < len(name) and is_word(word, _A_WORD) for word in load_dictionary().lcut(name))


def sounds_foreign(name: str) -> bool:
    """Say whether characters of transcription, of which no title shows more, are a name."""
    if "·" in name or _is_name(name):
        return True
    parts = load_dictionary().lcut(name)
    return len(name) > 2 and not frequency(name) and not any(len(part) > 1 and is_word(part, _A_WORD) for part in parts)


def _is_name(name: str) -> bool:
    """Say whether the characters are neither words nor a place: the dictionary takes 马达 and 尼龙 for names."""
    if frequency(name) >= (_SHORT_WORD if len(name) == 2 else _FAMOUS if not is_word(name) else _A_WORD):
        return False
    return not any(1 < len(word) < len(name) and frequency(word) >= _A_WORD for word in load_dictionary().lcut(name))
