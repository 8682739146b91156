"""The name of a firm within a sentence: "We've been chasing Delmonte Foods for a year", 最近在攻泰国的Siam Steel."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.interview.legal_forms import LEGAL
from coach.people.mention import Mention
from coach.read.manners import Manners
from coach.text.language import has_han

MAX_NAME = 40  # characters; more is a story, not a name
_WORD = r"[A-ZÀ-Þ0-9][A-Za-zÀ-ÿ\u0100-\u017f0-9&.'’-]*"
_ABBREVIATED = re.compile(rf"(?<=[\s,]){LEGAL}\.$")
_LEGAL_BEHIND = re.compile(rf"(?:(?:,?\s+{LEGAL}|(?<=\.[A-Za-z]))\.?)+")
_LEGAL_HAN = re.compile(r"^[\u3400-\u9fff（）()·]{2,30}?(?:公司|集团|合作社|事务所)(?!的|股份|有限|集团)")
# [高雄的]顺洋造船股份有限公司: a name, where 一家外贸公司 describes
_REGISTERED_HAN = re.compile(
    r"(?:[\u3400-\u9fff]{2,7}的)?(?P<name>[\u3400-\u9fff（）()·]{2,26}(?:有限|责任|股份|集团|控股|实业)公司)(?!的)"
)
LINKS = [
    "of",
    "and",
    "de",
    "del",
    "du",
    "des",
    "der",
    "el",
    "la",
    "le",
    "do",
    "da",
    "di",
    "van",
    "von",
    "und",
    "y",
    "e",
]
_RUN = re.compile(rf"{_WORD}(?: (?:& )?(?:(?:{'|'.join(LINKS)}) )?{_WORD})*")
# a place, whom they supply or who is speaking: no customer of ours
NOT_AFTER = re.compile(
    r"(?:\b(?:in|near|around|round|outside|across|throughout|over|from|to the|of)(?: (?:the|north|south|east|west))?"
    r"|\b(?:i['’]m|i am|my name is|my name['’]s)|[给供替在从去到]|卖给|供应)\s*$",
    re.IGNORECASE,
)
_SMALL = "|".join(
    (
        "in at for with who which that is are has have this next now today from and they based near as on because",
        "since again was were up down out over just wants? makes? makers? there a an the about where through by before",
        "after tomorrow",
    )
).replace(" ", "|")
_SENTENCE_END = re.compile(r"(?<=[a-zà-ÿ]{4})\. ")  # "Sri Velan Knits. Tiruppur", but "St. Mary"
_SMALL_WORD = re.compile(rf"(?<=[a-zà-ÿ0-9]) (?:{_SMALL}|it's|that's|we|we're|our|they're)\b(?!\.\w)", re.IGNORECASE)
_DESCRIBES = re.compile(rf" (?!(?:{_SMALL})\b)[a-z]")  # "a Polish customer": the word belongs to the next one
_SHORT = re.compile(r"[A-Z]{1,4}|[A-Z]?\d[\w.-]*")  # LED, OEM, 5G
_OPENING = frozenset(
    " ".join(
        (
            "i i'm i'd i've i'll we we've we're we'd we'll my our it's it that's this there's there they they're you",
            "today tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday currently recently",
            "next now let let's ok okay so well hi hiya hello hey g'day right righto alright yes",
            "sure please thanks cheers dear good morning afternoon evening coach",
            "about and the a an customer client account company who what maybe call take one can could not just",
        )
    ).split()
)
_JOINS = frozenset((*LINKS, "the", "for", "&"))
# what only describes: 一家做宠物粮的, 老客户了, 三亚那个酒店集团
_DESCRIPTION = re.compile(
    r"^(?:是|有|就是)?[\u3400-\u9fff]{0,12}?(?:一[家个间所位]|那[家个间所]|这[家个间所])[\u3400-\u9fff]*$"
    r"|(?:的|了|吧|呢|客户|大客户|老客户|公司|朋友)$"
)
_RUNS_ON = re.compile(r"(?=.{15}).*[了吧呢啊吗把被都也还没着得].*")  # 塔一共一千多座吧三成没接市电
_OF_A_COUNTRY = re.compile(
    rf"[\u3400-\u9fff]{{0,3}}的?{_RUN.pattern}[\u3400-\u9fff]{{0,4}}$"
)  # 德国的BrightHome is a name
_NO_NAME = re.compile(
    r"[\d一二三四五六七八九十百千万两几]+多?[张台家人个间条年亩层所套号吨]|"  # 三百二十张床
    "[在做是有我他她它从给去要想卖买开也还都就很不跟和年]|主要|专门|一年|位于|坐落|老板|采购|总部|规模|现在"
)


def firm_in(text: str, parts: Sequence[str], people: Sequence[Mention] = ()) -> str | None:
    """Return the first name of a firm that `text` tells, or None. A person's name and a place are none.

    `parts` is the text parted at its marks.
    """
    for match in _RUN.finditer(text):
        name, start = trimmed_name(match.group(), match.start())
        if name and not _is_no_firm(name, start, text, people):
            return name
    return behind_description([part.strip() for part in parts]) if has_han(text) else None


def full_name(parts: Sequence[str], manners: Manners) -> str | None:
    """Return the legal name that stands behind 大名是 or before "is the full name"; None without such words."""
    for part in parts:
        for start, end in manners.longest("full_name", part):
            behind, before = without_mark(part[end:]), without_mark(part[:start])
            name = behind or manners.without_frame(before)
            if legal := _LEGAL_HAN.match(name):
                return legal.group()
            if 2 <= len(name) <= MAX_NAME and not _DESCRIPTION.search(name):
                return name
    return None


def registered_name(words: str) -> str | None:
    """Return the legal name in Chinese that `words` begin with, the place before it left out; None without one."""
    match = _REGISTERED_HAN.match(words)
    return match["name"] if match else None


def opens_with_name(words: str) -> bool:
    """Say whether `words` open with a capitalised name."""
    return bool(_RUN.match(words.strip()))


def without_mark(words: str) -> str:
    """Return `words` without marks around them; the full stop of "Co., Ltd." stays."""
    words = words.strip(" “”\"':：,，")
    return words if _ABBREVIATED.search(words) else words.rstrip(" .。")


def first_name(text: str, manners: Manners) -> str:
    """Return the firm's name that `text` begins with, where no mark parts it from what follows.

    It ends behind a word that ends such names, or before the next small word: "larsen marine they are in bergen".
    """
    if end := manners.firm_up_to(text):
        return text[: behind.end() if (behind := _LEGAL_BEHIND.match(text, end)) else end]
    small = _SMALL_WORD.search(text)
    return text[: small.start()] if small else text


def trimmed_name(run: str, start: int) -> tuple[str, int]:
    """Take off words that only open the sentence: "Today Hartmann Optik", "We"."""
    words = _SENTENCE_END.split(run)[0].split(" ")
    while words and words[0].rstrip(".'’").replace("’", "'").lower() in _OPENING:
        start += len(words[0]) + 1
        words = words[1:]
    name = " ".join(words)
    return name if _ABBREVIATED.search(name) else name.rstrip(".'’-"), start


def _is_no_firm(name: str, start: int, text: str, people: Sequence[Mention]) -> bool:
    end = start + len(name)
    one = " " not in name
    return bool(
        NOT_AFTER.search(text[:start])
        or (one and (_SHORT.fullmatch(name) or _DESCRIBES.match(text[end:])))
        or (" & " not in name and any(p.named and p.start < end and start < p.end for p in people))
    )


def behind_description(parts: Sequence[str]) -> str | None:
    """Return the short part of a text behind one that only describes: 我在跟进一家医院，仁和医院; None without one."""
    for before, part in zip(parts, parts[1:], strict=False):
        described = _DESCRIPTION.search(before) and not _DESCRIPTION.match(part)
        if described and 2 <= len(part) <= 10 and not _NO_NAME.match(part):
            return part if has_han(part) and not part.endswith(("的", "了")) else None
    return None


def runs_on(name: str) -> bool:
    """Say whether a text without marks was taken for a name."""
    return bool(_RUNS_ON.fullmatch(name))


def is_sentence(name: str) -> bool:
    """Say whether words that were taken for a name hold more than one."""
    if runs_on(name):
        return True
    if not has_han(name):
        return any(word.islower() and word not in _JOINS for word in name.split())
    return bool(_RUN.search(name) and not _OF_A_COUNTRY.match(name)) or bool(_DESCRIPTION.search(name))
