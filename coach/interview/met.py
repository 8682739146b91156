"""Somebody was met: of which firm the person is, and what is told beside the bare meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.interview.labelled_name import looks_like_firm
from coach.people.mention import Mention
from coach.people.same import POLITE
from coach.read.manners import Manners
from coach.text.clauses import clauses, sentences
from coach.text.language import has_han
from coach.text.normalize import normalize

_WORD = r"(?!I\b)[A-Z0-9][\w&.'’-]*"
_FIRM = re.compile(
    rf"\b(?:[Aa]t|of|[Ff]rom|with|(?:works?|working|buys|buying) for) (?:the )?"
    rf"(?P<firm>{_WORD}(?: (?:(?:of|and|&|de|und|for) )?{_WORD})*)"
)
_OPENS = re.compile(
    r"^(?:我们?|咱们|[今昨前]天|[早晚]上|[上下]午|中午|[这上]周[一二三四五六日天]?|刚刚?|刚才|已经|又|也|还|一起|先|来|去)*"
    r"(?:和|跟|与|同|给|找|约了?|在|到)?"
)  # the subject, the time and the small word before whom one met
_OF = re.compile(r"(?:公司|那边|这边)?[的]?$")
_NO_FIRM = re.compile(r"(?:他们|她们|对方|客户|甲方|我们|咱们|这家|那家|一[位个家名]|新|老|公司|那?[位个])*.?")
_NO_PLACE = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "i", "we"}
_BEHIND = re.compile(  # what is told of a name: "a family-owned maker", but "a buyer" in "a buyer at a chain"
    r"\s*[,，(（]\s*(?P<said>(?P<head>(?:an?|the|one of the|another|our)\s+(?:[\w'’-]+\s+){0,4}?[\w'’-]+(?=[\s.!?)]*$"
    r"|\s*[,.;:!?)（(]|\s+(?:of|in|near|from|at|on|who|that|which|for|with|based|outside|by|over)\b))?[^,，。.;；)）]*)"
)
_IN_CHARGE = re.compile(  # "Kofi Mensah, in charge of the cold store", 周建国，负责采购
    r"\s*[,，(（]\s*(?:(?:who (?:\w+ )?)?(?:is |was )?(?:in charge of|responsible for|looking after|looks after)\b"
    r"|(?:who (?:\w+ )?)?(?:runs|heads|leads|manages|handles|oversees|supervises|decides|signs|keeps)\b"
    r"|who (?:\w+ )?(?:does|buys|orders|approves|chooses|picks|tests|checks|works|sits) (?!for\b)"
    r"|(?:就?在|来自)[^,，。;；]{2,12}(?:上班|工作|做事|任职)"
    r"|(?:就?是)?(?:专门|主要)?(?:负责|主管|分管|主抓|管着?|盯着?|抓)(?!理)[^,，。;；]{1,10}"
    r"|(?:采购|销售|生产|仓库|仓储|物流|质检|质量|品质|工程|品控|品管|技术|研发|设备|维修|财务|后勤|行政|人事)[部科处]?的?(?=[,，。;；:：)）]|$))"
)
# 刘强，海川食品的厂长; 张敏，在市二院上班
_PUT_BEHIND = re.compile(
    r"\s*[,，(（]\s*(?:(?:是|来自)?(?P<of>[^,，。;；()（）的]{2,14}?)的?$|(?:就?在|是|来自)(?P<at>[^,，。;；()（）的]{2,14}?)"
    r"(?:那边|这边|里)?(?:的|上班|工作|做事|任职)?(?=[,，。;；)）]|$))"
)
_HOUSE = re.compile(r"[\u3400-\u9fff]{2}(?:院|厂|局|站|校)$")  # 市二院
_SOME = re.compile(r"[某哪这那各每]")
_PLURAL = re.compile(r"\s*(?:我们?|咱们|他们|她们|(?:we|they|i)\b)", re.IGNORECASE)


def is_told(text: str, person: Mention, manners: Manners) -> bool:
    """Say whether `text` tells of a person: met, or with a title; a bare "Anna Schmidt" may be a firm's name."""
    start, end = _sentence(text, person)
    polite = person.title or POLITE.match(normalize(person.name)) or _IN_CHARGE.match(text, person.end)
    named = person.named and polite
    return bool(named or manners.places("met", text[start:end]))


def is_firm(text: str, person: Mention, manners: Manners) -> bool:
    """Say whether what was taken for a person is a firm by the words behind: "Harbour Pumps, a maker of pumps"."""
    behind = _BEHIND.match(text, person.end)
    if behind is None or person.title:
        return False
    said, head = behind["said"], behind["head"] or ""
    return manners.opens_with("firm_kinds", said) is not None or manners.closes_with("firm_kinds", head)


def firm_of(text: str, person: Mention, people: Sequence[Mention], manners: Manners) -> str | None:
    """Return the firm that stands beside the person: "Anna of Nordlicht", 蓝天照明的王总. None when none does."""
    start, end = _sentence(text, person)
    return (
        _behind(text, start, end, person, people)
        or _before(text, start, person, manners)
        or _put_behind(text, end, person, manners)
    )


def _behind(text: str, start: int, end: int, person: Mention, people: Sequence[Mention]) -> str | None:
    """Return an English firm: behind the person first, else before ("At Nordlicht I met Anna")."""
    found = [*_FIRM.finditer(text, person.start, end), *_FIRM.finditer(text, start, person.start)]
    for match in found:
        other = any(p.start < match.end("firm") and match.start("firm") < p.end for p in people)
        if not other and normalize(match["firm"]) not in _NO_PLACE:
            return match["firm"].rstrip(".")
    return None


def _before(text: str, start: int, person: Mention, manners: Manners) -> str | None:
    """Return a Chinese firm: behind the verb of meeting, or before it (去蓝天照明见了王总)."""
    spans = [span for span in clauses(text) if span[0] <= person.start]
    words = text[spans[-1][0] if spans else start : person.start].strip()
    if not has_han(words):
        return None
    met = [place for place in manners.places("met", words) if place[1] <= len(words)]
    if met and words[met[-1][1] :].strip("的 "):
        words = words[met[-1][1] :]
    elif met:
        words = words[_opening(words) : met[-1][0]]
    else:
        words = words[_opening(words) :]
    firm = _OF.sub("", words.strip()).strip(" “”\"'")
    return None if len(firm) < 2 or _NO_FIRM.fullmatch(firm) else firm


def _put_behind(text: str, end: int, person: Mention, manners: Manners) -> str | None:
    """Return a Chinese firm that is told between marks behind the person, before the title or by itself."""
    title = text.find(person.title, person.start, end) if person.title else -1
    marks = [at for at in range(person.start, end) if text[at] in ",，(（"]
    spans = [text[at : max(title, at)] for at in marks[:1]] + [text[at:end] for at in marks]
    for match in filter(None, map(_PUT_BEHIND.match, spans)):
        firm = (match["of"] or match["at"]).strip()
        kind = (0, len(firm)) in manners.places("firm_tails", firm)  # 医院, of which nobody knows the name
        if kind or _SOME.match(firm) or _NO_FIRM.fullmatch(firm):
            continue
        if looks_like_firm(firm, manners) or _HOUSE.search(firm):
            return firm
    return None


def _opening(words: str) -> int:
    match = _OPENS.match(words)
    return match.end() if match else 0


def _sentence(text: str, person: Mention) -> tuple[int, int]:
    return next((span for span in sentences(text) if span[0] <= person.start < span[1]), (0, len(text)))


def told_beside(words: str, start: int, end: int, manners: Manners) -> str | None:
    """Return what `words` tell of the person at `start` to `end` beside the meeting; None where no meeting is told.

    What "we" or "they" do tells of no single person.
    """
    spans = clauses(words)
    own = next(((a, b) for a, b in spans if a <= start < b), (0, len(words)))
    before = words[own[0] : start]
    tail = words[end : own[1]] if end < own[1] else ""
    if not manners.places("met", before) and not manners.places("met", tail):
        return None
    for a, b in reversed(manners.places("met", tail)):
        tail = tail[:a] + tail[b:]
    if _FIRM.fullmatch(tail.strip(" .。!！")):
        tail = ""
    others = [words[a:b] for a, b in spans if (a, b) != own and not (start <= a < end)]
    rest = [part for part in (tail, *others) if len(part.strip(" ,，.。!！、")) > 1]
    return ", ".join(part.strip(" ,，") for part in rest if not _PLURAL.match(part.lstrip(" ,，")))
