"""A customer's name behind a word for the customer: 甲方：绿源食品有限公司, "Account name - Pellworm Dairy"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coach.interview.firm_in import MAX_NAME, first_name, is_sentence, registered_name, without_mark
from coach.interview.legal_names import legal_name
from coach.people.mention import Mention
from coach.read.manners import Manners
from coach.text.language import has_han

_OPENS = re.compile(
    r"(?:^|[。.!！;；\n,，])\s*(?:本次|这次的?|该|此|这家|我们?的?|本项目的?|项目|其|the|our|my|this)?\s*$",
    re.IGNORECASE,
)
_MARK = re.compile(r"\s*(?:[:：=＝]|-+\s|[–—])\s*")
_IS = re.compile(r"\s*(?:为|系|是|就是|is\b|:)\s*", re.IGNORECASE)
_ENDS = re.compile(r"[,，。;；!！?？(（\n]|\.\s|\.$|\s-\s")
_ABBREVIATED = re.compile(r"\b(?:St|Dr|Mr|Co|Sta|Bros)$")
_COUNTED = re.compile("[一这那某几][个家间所座]")
# 客户为难, 甲方是谁: no name
_NO_NAME = re.compile(
    r"^(?:为?什么|难|谁|哪|怎|不|没|很|要|想|有|在|我|他|她|你|这|那|一[家个间所位]|做|主要|个|老|新)|[吗呢了]$"
)

_REMARK = re.compile(
    r"[很挺不没太催急难]|特别|非常|比较|着急|已经|正在|要求|想要|[还都就]在|说是?(?![\u3400-\u9fff]{2,8}公司)"
    r"|(?:very|quite|so|too|really|not|wants?|needs?|is|are|was|has|asks?|says?|seems?|keen|happy|unhappy|angry|still|just"
    r"|only|no|doesn't|won't|hard|difficult|easy|in an?|under)\b",
    re.IGNORECASE,
)

# what a firm is like: 客户是上市公司, 客户是德国企业
_KIND = re.compile(
    "国有|国营|民营|私营|私人|上市|跨国|家族|外资|合资|独资|[日台港]资|大型|中型|小型|中小|本地|当地|海外|国[内外]|外国"
    "|[德法英美日韩泰俄]国|欧洲|北美|中东|传统|老牌|知名|制造|生产|初创"
)
_DESCRIBED = re.compile(r"\s*[,，]?\s*(?:an? |the |who |which |they |from |in |near |based |[是做在位]|一家|那家)")
_CALLED = re.compile(r"\s*(?:名?叫做?|is called\b|is named\b)\s*", re.IGNORECASE)
_NAME = re.compile(r"名[称字叫]|全称|叫|\bname|called", re.IGNORECASE)
_STEM = 2  # characters before 公司 or 食品 that make it a name


def labelled_name(text: str, manners: Manners) -> str | None:
    """Return the name that a word for the customer is put before; None without one.

    Behind "is" alone the words must look like a firm's name; a mark shows that a name follows.
    """
    for _, link in _linked("account_labels", (_MARK, _IS), text, manners):
        name = _name(_behind(link), manners)
        if name and (link.re is _MARK or looks_like_firm(name, manners)):
            return name
    return None


def labels_no_name(text: str, manners: Manners, people: Sequence[Mention]) -> bool:
    """Say whether a contact or a remark stands behind a word for the customer: 客户：王总, 甲方：很着急要货."""
    for start, end in manners.longest("account_labels", text):
        marked = _MARK.match(text, end)
        if marked and not text[:start].strip():
            place = marked.end()
            return bool(_REMARK.match(text, place)) or any(who.named and who.start == place for who in people)
    return False


def stated_customer(text: str, manners: Manners) -> str | None:
    """Return the firm that a sentence says the customer is: "We sell pumps; the client is Nordhavn Fisk in Tromsø".

    What only describes it is none: "the client is Danish", 客户是上市公司.
    """
    for start, link in _linked("states_customer", (_MARK, _IS, _CALLED), text, manners):
        rest = _behind(link)
        name = _name(rest, manners)
        called = _NAME.search(text, start, link.end())
        if name and (called or _is_of_a_firm(name, rest[rest.find(name) + len(name) :], manners)):
            return name
    return None


def _linked(
    label: str, links: Sequence[re.Pattern[str]], text: str, manners: Manners
) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield where a word of the list `label` opens a part of the text, and the first of `links` behind it."""
    for start, end in manners.longest(label, text):
        link = next((found for pattern in links if (found := pattern.match(text, end))), None)
        if link and _OPENS.search(text, 0, start):
            yield start, link


def _behind(link: re.Match[str]) -> str:
    return link.string[link.end() :].lstrip(" “”\"'「《")


def _is_of_a_firm(name: str, behind: str, manners: Manners) -> bool:
    """Say whether a name is a firm's by its own shape or by what describes it behind."""
    if not has_han(name):
        return " " in name or bool(_DESCRIBED.match(behind))
    if registered_name(name) or (_DESCRIBED.match(behind) and not _KIND.match(name)):
        return True
    return has_firm_tail(name, manners) and not _KIND.match(name)


def has_firm_tail(name: str, manners: Manners) -> bool:
    """Say whether a name goes on with a word that ends such names: 大禹水务, but not 外贸公司."""
    tails = manners.places("firm_tails", name)
    return bool(tails and tails[0][0] >= _STEM)


def is_label(part: str, manners: Manners) -> bool:
    """Say whether a part of a text is a word for the customer and no more."""
    clean = part.strip()
    return any((start, end) == (0, len(clean)) for start, end in manners.places("account_labels", clean))


def looks_like_firm(name: str, manners: Manners) -> bool:
    """Say whether the words close as a firm's name does (...水务公司) and describe none (一家做水泵的公司)."""
    if not has_han(name):
        return False  # "the client is ..." is read elsewhere
    closes = any(end == len(name) for _, end in manners.places("firm_tails", name))
    return closes and "的" not in name and not name.startswith(("一", "家", "个")) and not _COUNTED.search(name)


def own_name(name: str, manners: Manners) -> str:
    """Return the firm's own name where 的 parts what describes it: 福建古田的闽菇生物, but 山里一个镇的中心小学."""
    told, _, own = name.rpartition("的")
    kind = (0, len(own)) in manners.places("firm_tails", own)  # 没有的公司
    return own if told and not kind and not _COUNTED.search(told) and looks_like_firm(own, manners) else name


def _name(rest: str, manners: Manners) -> str | None:
    if name := registered_name(rest):
        return name
    if (name := legal_name(rest)) and rest.startswith(name):
        return name if len(name) <= MAX_NAME else None
    name = without_mark(_up_to_mark(rest))
    if has_han(name):
        name = own_name(name, manners)
        fits = looks_like_firm(name, manners) or not (_NO_NAME.search(name) or is_sentence(name))
    else:
        name = first_name(name, manners) if is_sentence(name) else name
        fits = name[:1].isupper() and not is_sentence(name)
    return name if fits and 1 < len(name) <= MAX_NAME else None


def _up_to_mark(rest: str) -> str:
    for match in _ENDS.finditer(rest):
        if not _ABBREVIATED.search(rest, 0, match.start()):
            return rest[: match.start()]
    return rest
