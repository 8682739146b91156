"""Chinese names, and foreign ones in Chinese, shown by a task or department beside them.

供应处的古丽娜,下单都是她; 采购邹丽萍给三家发的是同一封; 入册归武志勇; 规格书是努尔兰写的;
拍板的是巴特尔; 老板侄子姜志勇; 还有个叫栾晓峰的; 边志远。用谁家他一句话.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from coach.people.called_so import THEY_SAY_ZH
from coach.people.chinese_names import MARKED, NO_GIVEN, SHOWN, is_given, is_phrase, is_place, is_word, opens_with_word
from coach.people.foreign_names import SOUNDS, sounds_foreign
from coach.people.titled_name import TitledName
from coach.people.words_of import any_of

_HAN = r"[\u3400-\u9fff]"
_TO_ONE = r"(?:都|全|就|一直|还|现在|目前|统统|也)?"
_ACT = (
    "管|负责|定|写|拟|起草|出|审|测|检|验|签|批|把关|做主|做|跑|办|提|说了算|拍板|点头|经手|打|发|选|挑|盖章|盯|抓|向|跟|操作"
    "|调|修|烧|开|装"
)
_DOES = rf"(?:来|去|亲自|一个人|一手|本人|牵头|最先|头一个|先|自己)?(?:{_ACT})"
_MARK = r"(?=[,、。;:!?\s)]|$)"
_POLITE = re.compile("(?:先生|女士|小姐|太太|夫人|博士|教授)")
# what may stand behind a name that is led to: a mark, what is done, a small word
_NEXT = (
    rf"(?:{_MARK}|{_DOES}|的手|那儿|那里|那边|这边|说|讲|在|给|把|对|最|一|天天|每天|每|一直|也|就|又|还|总|老|都|从来|从不"
    r"|凡是|(?=她|他)|昨|上周|上个|今)"
)
_NEXT_TO = (
    r"(?:^|[。;!?:\n]\s?)(?:还有|另外|然后|再有|再就是|接着|接下来|最后|先说|再说|第[一二三四五]个)?(?:是|说)?[,:]?$"
)
_LONGEST = 7
_ABOUT = 26  # characters before a name in which its task stands
_FOREIGN = re.compile(rf"[{SOUNDS}·]+")


class TaskedNames:
    """Finds who is in charge of what, by the lists of tasks, departments and titles."""

    def __init__(
        self, lists: Mapping[str, Mapping[str, Sequence[str]]], titles: Sequence[str], places: Sequence[str]
    ) -> None:
        """`places`: departments and duties, in which or at which somebody works."""
        self._surname = re.compile(any_of(lists["surnames"]["zh"]))
        self._brands = {*lists["brands"]["zh"]}
        blocked = [*lists["company_words"]["zh"], *lists["not_names"]["zh"], *titles, *places]
        self._blocked = re.compile(any_of(word for word in blocked if len(word) > 1))
        task, kin = any_of(lists["tasks"]["zh"]), any_of(lists["relatives"]["zh"])
        place, work = any_of([*places, *titles]), any_of([*lists["workplaces"]["zh"], *places])
        charge = any_of(lists["in_charge"]["zh"])
        acts = any_of([*lists["person_acts"]["zh"], *lists["person_deeds"]["zh"]])
        behind = rf"(?:{_NEXT}|{acts})"
        matter = r"(?:[^,。;!?]{0,6}?(?:这|那)?一?(?:块|摊|摊子|头|事儿?|些事|活儿?|些活儿?|方面))?(?:的事儿?|的活儿?)?"
        leads = (  # what stands before a name, and what must stand behind it
            (rf"{task}{matter}{_TO_ONE}(?:归|由|是|找|靠|走|要过|得过|都过|经|经过)$", behind),
            (r"(?:归|由|交给)$", _DOES),
            (r"[^,。;!?]{2,}(?:都|全|就)?是$", rf"{_DOES}(?:{_HAN}{{1,2}})?的{_MARK}"),
            (rf"(?:{task}|{_DOES})[^,。;!?]{{0,10}}的(?:人)?(?:就|当然|应该)?(?:是|叫){_TO_ONE}$", _MARK),
            (r"(?:[有来]|另有|还有)(?:一?[个位名])(?:叫|名叫|姓名)?$", rf"的?{_MARK}|凡是|谁|都"),
            (rf"(?:^|[,。;:!?\s是和跟找有个位])(?P<title>{place})(?:那边|这边|那头)?(?:的|,|是|叫)?$", behind),
            (rf"{work}(?:那边|这边|那头|里)?的$", rf"{_MARK}|{acts}|给|把|每|天天"),
            (rf"{kin}(?:的|,|是|叫)?$", behind),
            (rf"(?:^|[,。;:!?\s])(?:{charge})[^,。;!?的]{{1,8}}的$", rf"{_MARK}|{acts}|天天|每"),
        )
        self._leads = [(re.compile(lead), re.compile(then)) for lead, then in leads]
        # a name that is a sentence or a clause by itself, and what then shows whose it is
        self._opens = re.compile(_NEXT_TO)
        works = rf"(?:在|值|开|修|烧|焊|守|带|跑|管|负责|主管|分管|干|做){_HAN}{{2}}"
        self._goes_on = re.compile(
            rf"[,。;:]\s?(?:[女男]的[,。]\s?)?(?:{works}|[^。;!?]{{0,24}}?(?:[他她](?!们)|归[他她]))"
            rf"|[,。]\s?{task}(?:[、和]?{task})*(?:一手|都|全|样样)|{THEY_SAY_ZH}"
        )

    def find(self, text: str, clean: str) -> Iterator[TitledName]:
        """Yield the names; `clean` is the text folded."""
        place = 0
        while place < len(clean) - 1:
            found = self._at(text, clean, place) if "\u3400" <= clean[place] <= "\u9fff" else None
            place = found.end if found else place + 1
            if found:
                yield found

    def _at(self, text: str, clean: str, start: int) -> TitledName | None:
        """Return the name that begins at `start`, with the title before it."""
        longest = min(start + _LONGEST, len(clean))
        ends = [end for end in range(start + 2, longest + 1) if self._is_name(clean[start:end])]
        if not ends:
            return None
        if self._opens.search(clean, max(0, start - 12), start):
            alone = (end for end in ends if not _is_foreign(clean[start:end]) and self._goes_on.match(clean, end))
            if end := next(alone, None):
                return TitledName(text[start:end], start, end, None)
        for lead, behind in self._leads:
            led = lead.search(clean, max(0, start - _ABOUT), start)
            end = next((stop for end in ends if (stop := _stop(clean, end, behind))), None) if led else None
            if led and end:
                title = led.groupdict().get("title")
                return TitledName(text[start:end], led.start("title") if title else start, end, title)
        return None

    def _is_name(self, name: str) -> bool:
        if name in self._brands or self._blocked.search(name) or is_place(name):
            return False
        if name[0] == "阿" and len(name) == 2:
            return not is_word(name)
        return self._is_chinese(name) or _is_foreign(name)

    def _is_chinese(self, name: str) -> bool:
        surname = self._surname.match(name)
        given = name[surname.end() :] if surname else ""
        if surname is None or not 0 < len(given) < 3 or {*given} & {*NO_GIVEN}:
            return False
        if is_phrase(surname.group(), given) or (len(surname.group()) == 1 and opens_with_word(name)):
            return False
        return is_given(given, SHOWN if len(given) == 2 else MARKED[2])


def _is_foreign(name: str) -> bool:
    return bool(_FOREIGN.fullmatch(name)) and sounds_foreign(name) and not is_word(name)


def _stop(clean: str, end: int, behind: re.Pattern[str]) -> int | None:
    """Return where a name that ends at `end` stops, a polite word included; None where nothing shows that it does."""
    polite = _POLITE.match(clean, end)
    stop = polite.end() if polite else end
    return stop if behind.match(clean, stop) else None
