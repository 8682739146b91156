"""Read a wish about a visit: which customer, which day and time, and for a move from when to when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from coach.context import Tools
from coach.knowledge.patterns import expand
from coach.text.dates import dates_in
from coach.text.language import has_han
from coach.text.normalize import normalize
from coach.text.shifts import find_shift, shift_places
from coach.text.times import times_in

NINE = "09:00"  # of a visit whose time was not said
_PIVOT = re.compile(
    r"\b(?:to|until|till|onto)\b|改到|改成|改在|改为|挪到|换到|调到|推到|推迟到|延到|延后到|提前到|改期到|定到|定在"
)
_MARKS = re.compile(r"(?<=[a-z])['’]s\b|(?<=[a-z]{4})\.(?=\s)|[,，。;；:：!！?？\n“”\"()（）]")
_OF_A_NAME = "平顺谐田睦美记泰兴盛信丰康悦源汇硕创仁济方济德"  # 和平医院, 同仁医院: behind 和 or 同 they go on a name
# the customer stands before; 德和食品 is one name
_LINKS = re.compile(rf"\s(?:with|and)\s|的|(?<=[\u3400-\u9fff]{{2}})(?:和|跟)(?![{_OF_A_NAME}])|(?<=[A-Za-z])[和跟]")
# "our customer Larsen Marine", 老客户和平医院
_CUSTOMER = re.compile(
    r"(?:(?:our|my|the|a|an|new|old|good|big) )*(?:customer|client|account|prospect) (?=[A-ZÀ-Þ0-9])"
    r"|(?:我们?的?)?[老新大]?客户(?=[\u3400-\u9fffA-Z]{2})",
    re.IGNORECASE,
)
_OF = re.compile(r"\s(?:from|of|at)\s")  # the customer stands behind
_TELLS = re.compile(  # a clause on what was found there, and no name
    r"\b(?:they|their|he|she|his|her|we|our|who|which|is|are|was|were|has|have|had|wants?|needs?|said|says|told|asked)\b"
    r"|[他她我说了很吗]|老是|一直|^[要想]"  # 理想汽车 is a firm
    r"|^是|^(?:一|那|这)家|^(?:专门?|主要|就是)?[做搞卖开管].*的$"
)
_BEHIND = re.compile(  # "Volvo Trucks in Gent", 秦川机床那个单子有点悬
    r"(?<=[A-Za-z]) (?:in|near|outside|over in|down in|up in) (?=[A-Z]).*$"
    r"|(?<=[\u3400-\u9fff]{2})[那这](?:个|条|笔|单)?(?:单子?|项目|订单|生意|边).*$"
)
# who goes along, "with a refrigeration man", "with our fitter Tom", 带个制冷师傅: no customer
_ALONG = re.compile(
    r"\b[Ww]ith (?:an?|our|my) (?:[a-z]+ )?(?:expert|specialist|authority) (?:on|in|for) [a-z]+"
    r"|\b(?:[Tt]ogether |[Aa]long )?[Ww]ith (?:an?|one|two|three|some|another|our|my)\b(?: of (?:our|my|the))?"
    r"(?: (?!(?:customers?|clients?|accounts?|prospects?|contacts?|friends|people|at|from|of|in|on|to|for|and|by|about"
    r"|next|this|tomorrow|today|who)\b)[a-z][\w'’-]*){1,4}"
    rf"|(?:和|跟|同|与)(?![{_OF_A_NAME}])[\u3400-\u9fff]{{1,4}}?(?:一起|一块儿?|一同)?(?=(?:去|到)?(?:拜访|走访)[\u3400-\u9fff]{{2}})"
    r"|(?:带着?|带上|叫上|拉上|请|和|跟|同|约上?)(?:一?[个位名]|[两几]个|我们|咱们?|我|公司|自己|厂里)+的?"
    r"[\u3400-\u9fff]{0,6}?(?:师傅|专家|工程师|同事|技术员|技术|老师|顾问|[电木焊钳技]工|的人|搭档|领导|助理|翻译|司机|售后)"
)
_OUR_NAMED = re.compile(r" [A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?(?=[ ,.;!?]|$)")
_THERE = re.compile(r"\b(?:the|their|his|her|its) $")  # "the dock": a place of the customer at hand
_LONGEST = 60  # characters of a name; more is a story


@dataclass(frozen=True)
class When:
    """A day, a time of day as HH:MM, or both; either may be missing."""

    day: date | None = None
    time: str | None = None

    def __bool__(self) -> bool:
        return self.day is not None or self.time is not None


@dataclass(frozen=True)
class Wish:
    """`name` is what is said of the customer, "" for nothing; `same`: the customer of this conversation is meant.

    `target` is when it shall be, `source` when it was to be, `shift` by how much it is moved.
    """

    name: str
    same: bool
    target: When
    source: When
    shift: timedelta | None = None


def read_wish(text: str, today: date, tools: Tools) -> Wish:
    """Return what `text` wishes. The last day and time it names are the target, those before a "to" the source."""
    clean = normalize(text)
    days, times = dates_in(clean, today), times_in(clean)
    pivots = [found.end() for found in _PIVOT.finditer(clean)]
    ends = [place.end for place in days] + [end for _, end, _ in times]
    # a "to" behind which nothing is said ("a visit to Nordlicht on Friday") parts nothing
    pivot = max((at for at in pivots if any(end > at for end in ends)), default=0)
    pivot = pivot if any(end <= pivot for end in ends) else 0
    taken = [(place.start, place.end) for place in days] + [(start, end) for start, end, _ in times]
    taken += [(a, b) for a, b in shift_places(clean) if all(b <= start or a >= end for start, end in taken)]
    taken += [span for span in _along(text) if all(span[1] <= a or b <= span[0] for a, b in taken)]
    name = _name(text, clean, taken, tools)
    same = _is_same(name, tools) or _is_place_there(name, text, tools)
    return Wish(
        "" if same else name,
        same,
        When(_last([p.day for p in days if p.start >= pivot]), _last([t for s, _, t in times if s >= pivot])),
        When(_last([p.day for p in days if p.end <= pivot]), _last([t for _, e, t in times if e <= pivot])),
        None if days or times else find_shift(clean),
    )


def moved(starts: str, wish: Wish) -> str | None:
    """Return the new local start of a visit at `starts`; what is not said stays. None when nothing is said."""
    before = datetime.fromisoformat(starts)
    if wish.target:
        day = wish.target.day or before.date()
        return f"{day.isoformat()}T{wish.target.time or before.strftime('%H:%M')}"
    return (before + wish.shift).isoformat(timespec="minutes") if wish.shift else None


def parts_of(name: str) -> list[str]:
    """Return the ways to understand what is said of a customer: as it stands, without companion, without person."""
    firm = _OF.split(name)[-1]
    head = _LINKS.split(firm)[0]
    return list(dict.fromkeys(part.strip() for part in (name, firm, head) if part.strip()))


def _last(values: list[Any]) -> Any:
    return values[-1] if values else None


def _name(text: str, clean: str, taken: list[tuple[int, int]], tools: Tools) -> str:
    """Return the longest piece of `text` beside days and times, without the words that frame a name.

    One that looks like a name, "Larsen Marine" or 青田冷库, stands before what is told of it.
    """
    marks = [found.span() for found in _MARKS.finditer(clean)]
    marks = [(a, b) for a, b in marks if all(b <= start or a >= end for start, end in taken)]
    edges = [0, *(edge for span in sorted(taken + marks) for edge in span), len(text)]
    frame = _frame(tuple(tools.knowledge.visiting.frame.all()))
    pieces = [_stripped(text[a:b], frame) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]
    pieces = [piece for piece in pieces if not _TELLS.search(normalize(piece))] or pieces
    best = max(pieces, key=lambda piece: (_looks_named(piece, tools), len(piece)), default="")
    best = _BEHIND.sub("", best)
    if (called := _CUSTOMER.match(best)) and (has_han(best) or best[called.end() : called.end() + 1].isupper()):
        best = best[called.end() :]
    return best if len(best) <= _LONGEST else ""


def _along(text: str) -> list[tuple[int, int]]:
    """Return where it is told who goes along; with one of ours the name belongs to it."""
    found = []
    for match in _ALONG.finditer(text):
        ours = re.search(r"\b(?:our|my)\b", match.group())
        named = _OUR_NAMED.match(text, match.end()) if ours else None
        found.append((match.start(), named.end() if named else match.end()))
    return found


def _is_place_there(name: str, text: str, tools: Tools) -> bool:
    """Say whether what stands for a name is a place within a firm: "the dock", "the packing hall"."""
    if not name.isascii() or not name.islower():
        return False
    if normalize(name) in {normalize(str(place)) for place in tools.knowledge.word_lists["workplaces"].words.en}:
        return True
    return not text[:1].islower() and bool(_THERE.search(text, 0, max(text.find(name), 0)))


def _looks_named(piece: str, tools: Tools) -> bool:
    return piece[:1].isupper() or tools.manners.firm_up_to(piece) is not None


@lru_cache(maxsize=4)
def _frame(phrases: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words, the longest first."""
    words = {normalize(text) for phrase in phrases for text in expand(phrase)}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def _stripped(piece: str, frame: tuple[str, ...]) -> str:
    """Return `piece` without framing words at its ends."""
    while True:
        piece = piece.strip(" \t'’.-")
        clean = normalize(piece)
        if lead := next((word for word in frame if _opens(clean, word)), ""):
            piece = piece[len(lead) :]
        elif tail := next((word for word in frame if _closes(clean, word)), ""):
            piece = piece[: -len(tail)]
        else:
            return piece


def _opens(clean: str, word: str) -> bool:
    if word in ("和", "同") and clean[1:2] in tuple(_OF_A_NAME):
        return False  # 和平医院
    return clean.startswith(word) and not (word[-1].isascii() and clean[len(word) : len(word) + 1].isalnum())


def _closes(clean: str, word: str) -> bool:
    before = clean[: -len(word)][-1:]
    one_word = before.isascii() and before.isalnum() and word[0].isascii() and word[0].isalnum()
    return clean.endswith(word) and not one_word


def _is_same(name: str, tools: Tools) -> bool:
    return normalize(name) in _frame(tuple(tools.knowledge.visiting.same.all()))
