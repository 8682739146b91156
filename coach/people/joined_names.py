"""Join what one person is called in one breath: 采购经理李强, "Marco, the purchasing manager", 老邬,邬志强."""

from __future__ import annotations

import re
from dataclasses import replace

from coach.people.behind_titles import NamesBehindTitles
from coach.people.called_so import CALLED_SO, WHO_IS_CALLED
from coach.people.capitals import is_latin
from coach.people.english_names import ON_PAPER
from coach.people.mention import Mention
from coach.people.same import POLITE
from coach.people.told_titles import follows_a_name
from coach.text.language import has_han
from coach.text.normalize import normalize

_BESIDE = re.compile(
    r"\s*(?:(?: of (?:the )?\w+)?(?: too| (?:over )?(?:here|there)| as well| by the way)?[,(、]"
    r"|(?: i (?:guess|think|suppose))?,? (?:he|she)(?:'s| is)(?: also)? (?:the|a|an|their)"
    r"|,? (?:is|was) (?:called|named) "
    r"|,? (?:over|down|up|works?|working) (?:over |down )?(?:in|at|from)"
    r"|,?\s*(?:the|their|our|from|in|is|who is|is in|is from|is the|is their|'s|'s the|runs|heads)"
    r"|在|,?(?:就|也)?叫|[,，。 ]?[他她]?是(?:他们|他|客户|对方)?(?:公司|集团)?的?|的|了[,，]|= ?)?\s*(?:the |their )?"
)
# "Nev, the plate shop foreman": words that tell more of the title; no verb or preposition is among them
_TELLS_MORE = (
    r"(?:(?!(?:who|that|which|and|or|but|is|was|are|to|for|with|by|from|me|us|him|her|the|an?|told|said|of|in|at"
    r"|two|three|four|several|some|no|not|both|another|other|my|his|their|our|i|we|he|she|they|it|as|so|then)\b)"
    r"[\w&'-]+ ){1,3}"
)
_MORE_OF_TITLE = re.compile(rf",\s*(?:the|their|our|his|her|an?)\s+{_TELLS_MORE}")
# "Omar Haddad, senior nurse at Ashgrove, ...": without an article where nothing but a place or a mark follows
_BARE_TITLE = re.compile(rf",\s*{_TELLS_MORE}")
# "Finance director, a bloke called Tunde"
_SOMEBODY_CALLED = re.compile(
    r",? (?:an?|the|some|this|one) (?:[a-z]+ )?"
    r"(?:chap|guy|fellow|fella|bloke|lad|man|woman|lady|girl|person|gentleman|lass)"
    r"(?: called| named| by the name of|,)? "
)
_TITLE_CLOSED = re.compile(
    r"(?: (?:offshore|onshore|overseas|abroad|locally|there|here|on site|upstairs|downstairs|nights|days|too|as well))?"
    r"(?: (?:at|of|in|for|from|on|over) [^,.;:!?()]{1,40})?(?:[,.;:!?)]|$)"
)
_NAME_IS = re.compile(r"(?:'s|[^.!?]{0,30}[.;,!]) ?(?:(?:his|her|the) )?name(?:'s| is) ?")
# 阮文勇先生发起的,都称Mr. Dung / 庄小姐,叫Vivian
_TOO = re.compile(
    r"(?:[^,，。.!?;]{0,12}的)?[,，] ?"
    r"(?:(?:我们|大家|大伙儿?|同事|里面|内部)?都(?:叫|称|喊)[他她]?|名?叫|名字(?:是|叫)?)"
)
_PLAIN = re.compile(rf"{POLITE.pattern}|^(?:old|big|wee|young|little) ")  # old Des
_AIDES = {
    "deputy",
    "assistant",
    "pa",
    "secretary",
    "boss",
    "successor",
    "predecessor",
    "right hand",
    "personal assistant",
}
_FAMILIAR = re.compile(r"[老小阿大][\u3400-\u9fff]")
_NEXT_CLAUSE = re.compile(r"[^,，。.!?;]{0,8}[,，] ?")
_THEN_NAMED = re.compile(r"[^.!?;,:。，]{0,40}(?:[:：]|[,，]) ?(?:[叫是])?")  # "The MD makes the choice, Mrs Osei."
_IS_NAMED = re.compile(r"[^.!?;,]{0,40}? (?:is|was)(?: called| named)? ")  # "who buys for all three depots is Kev"
_CLOSED = re.compile(r"[,，。.!?;]|$")
_ENDS = re.compile(r"[。.!?;]|$")


def join(mentions: list[Mention], clean: str, behind_titles: NamesBehindTitles, text: str) -> list[Mention]:
    """Give a title beside a name to that name: "Marco, the purchasing manager", "采购经理李强"."""
    joined: list[Mention] = []
    for mention in mentions:
        if not mention.named and (end := behind_titles.end(clean, mention.end)):
            name = text[mention.end : end]
            mention = replace(mention, name=name, end=end, named=True, person=True)
        if _is_of_department(mention, joined, clean):  # 尤雷克 包装车间的班长
            mention = replace(mention, start=joined.pop().start)
        if _owns(mention, joined, clean):  # 面包师傅的领班
            joined.pop()
        before = joined[-1] if joined else None
        between = clean[before.end : mention.start] if before else ""
        if before and before.named and mention.named and _one_breath(before, mention, between, clean):
            on_paper = ON_PAPER.match(clean, mention.end)
            end = on_paper.end() if on_paper else mention.end
            joined[-1] = _under_both_names(before, replace(mention, end=end), nickname=between.endswith("the "))
        elif before and before.named != mention.named and _belongs(before, mention, between, clean):
            person, title = (before, mention) if before.named else (mention, before)
            joined[-1] = replace(
                person,
                start=before.start,
                end=mention.end,
                title=title.title if title.person or not person.title else person.title,
                role=(person.role or title.role) if person.title and not title.person else title.role or person.role,
                person=True,
            )
        elif not (before and mention.start < before.end):
            joined.append(mention)
    return joined


def _is_of_department(mention: Mention, joined: list[Mention], clean: str) -> bool:
    """Say whether a title behind a name and a department is that of the department."""
    if mention.named or len(joined) < 2 or joined[-1].person or not joined[-2].named:
        return False
    return clean[joined[-1].end : mention.start] in ("", "的")


def _owns(mention: Mention, joined: list[Mention], clean: str) -> bool:
    """Say whether a bare title is only told of as whose head or aide the next one is."""
    titled = bool(mention.title) and clean.startswith(mention.title or "", mention.start)
    if not (titled and mention.person and joined) or joined[-1].named or not joined[-1].person:
        return False
    return clean[joined[-1].end : mention.start] == "的"


def _belongs(before: Mention, mention: Mention, between: str, clean: str) -> bool:
    """Say whether a name and a title beside it are of one person."""
    if before.named and between == "'s " and mention.title in _AIDES:
        return False  # "Ms Dahl's deputy, Mikkel Juhl"
    if _BESIDE.fullmatch(between):
        return True
    if mention.named and any(
        told.fullmatch(between) for told in (_NAME_IS, CALLED_SO, WHO_IS_CALLED, _SOMEBODY_CALLED)
    ):
        return True
    if before.named:
        bare = _BARE_TITLE.fullmatch(between) and _TITLE_CLOSED.match(clean, mention.end)
        more = bare or _MORE_OF_TITLE.fullmatch(between)
        return bool(more or follows_a_name(between, clean, before.start, mention.end))
    if is_latin(mention.name) and not has_han(between):
        if before.particular and _IS_NAMED.fullmatch(between):
            return True
        return bool(before.person and _THEN_NAMED.fullmatch(between) and _ENDS.match(clean, mention.end))
    alone = _NEXT_CLAUSE.fullmatch(between) and _CLOSED.match(clean, mention.end)
    return bool(alone and before.person)  # 最后是厂长定,陈国栋


def _one_breath(before: Mention, mention: Mention, between: str, clean: str) -> bool:
    """Say whether two names are of one person: 老邬,邬志强, "Mick, Mick Delahunty", 陈国栋,大家叫他Desmond."""
    official = re.fullmatch(r"\s*[,(]\s*", between) and ON_PAPER.match(clean, mention.end)
    if official or CALLED_SO.fullmatch(between) or (_TOO.fullmatch(between) and _CLOSED.match(clean, mention.end)):
        return True
    if not re.fullmatch(r"(?: some(?:thing|body|one)(?: or other)?)?[\s,，、.]{0,2}", between):
        return False
    if before.title and has_han(before.name) and POLITE.match(normalize(mention.name)):
        return between.strip() in (",", "，") and clean[mention.end : mention.end + 1] in tuple(",，")
    if is_latin(before.name) or is_latin(mention.name):
        one, other = (set(_PLAIN.sub("", normalize(m.name)).split()) for m in (before, mention))
        return between.strip() != "、" and (one < other or other < one)
    return before.name != mention.name and _surname(before.name) == _surname(mention.name)


def _surname(name: str) -> str:
    return name[1] if _FAMILIAR.fullmatch(name) else name[0]


def _fullness(mention: Mention) -> tuple[int, bool, int]:
    """Sort the fuller name first: 邬志强 before 老邬, "Mick Delahunty" before "Mick"."""
    words = POLITE.sub("", normalize(mention.name)).split()
    return -len(words), bool(_FAMILIAR.fullmatch(mention.name)), -len(mention.name)


def _under_both_names(before: Mention, mention: Mention, *, nickname: bool) -> Mention:
    """One mention of who was named twice, under the fuller name; "the Abbot" is none."""
    full, short = (before, mention) if nickname else sorted((before, mention), key=_fullness)
    known = before if before.title else mention
    return replace(
        full,
        start=before.start,
        end=mention.end,
        title=known.title,
        role=before.role or mention.role,
        also=(*before.also, *mention.also, short.name),
    )
