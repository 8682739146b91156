"""Roles that are taken back: "Owen isn't the decider after all, that's Fatima", 拍板的是江总,不是小马."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coach.context import Context
from coach.interview.known import find_people
from coach.interview.people import note_mention, person_named
from coach.interview.roles import BY_TITLE, SURE, strength
from coach.interview.state import Interview, Observation, Person
from coach.people.capitals import NAME
from coach.people.mention import Mention
from coach.read.roles_told import is_sure
from coach.text.blanked import blanked
from coach.text.normalize import normalize

_NOT_BEFORE = re.compile(
    r"(?:\b(?:not|isn't|wasn't|instead of|rather than)(?: (?:really|actually))?(?: (?:the|their))? "
    r"|不是|并非|而不是|不归|不由)$"
)
_IF = re.compile(
    r"(?:\b(?:if|unless|whether(?: or not)?|in case|should|as long as|provided(?: that)?|suppose)"
    r"|要是|如果|万一|除非|假如|倘若|只要|一旦|若是?)(?: (?:even|only|ever))? ?$"
)
_NOT_BEHIND = re.compile(
    r"[,，]?(?: (?:actually|really|in fact))?(?:'s not| is not| isn't| wasn't| was not| doesn't| does not| has no"
    r"| hasn't| can't| never)\b"
    r"|[,，]?(?:其实|根本|压根|也)?(?:不是|并不|没有?(?:权|资格|发言权|实权)|不(?=拍|管|负责|签|定|批|算|能|做主|写|下单))"
)
_NOT = re.compile(
    r"\b(?:not|isn't|wasn't|is not|'s not|doesn't|does not|never|after all|it's|that's|really|actually)\b"
    r"|不是|并非|并不|其实|不"
)
_NO_SAY = re.compile(
    r"(?:[,，]? ?(?:he|she|他|她))?(?: (?:really|actually|in fact))?(?: has| had|'s got| got|其实|根本|也|是)* ?"
    r"(?:no say|nothing to say|no (?:authority|power|vote|voice)|说了不算|没有?(?:发言权|实权|话语权)|做不了主|不管事)"
)
_HOLDS = re.compile(
    rf"(?P<name>{NAME}(?: {NAME})?) (?:does|is|has|can|will)\b(?: it| that)?[.!]?$"
    rf"|\b(?:that's|it's|it is|that is|that would be|but) (?P<other>{NAME}(?: {NAME})?)[.!]?$"
)
_SCRAPPED = re.compile(
    r"\b(?:scrap|forget|ignore|disregard|strike|scratch|drop|cancel|delete|take back)(?: everything| all| that)?"
    r"(?: that)?(?: what)?(?: i| we)?(?:'ve| have)? (?:said|told you|wrote|noted|have|had)(?: down)?"
    r" (?:about|of|on|for) $"
)
_SCRAPPED_BEFORE = re.compile(r"(?:忘掉|别管|忽略|划掉|撤回|作废|收回)[^,。]{0,6}(?:说的|讲的|关于)?$")
_SCRAPPED_BEHIND = re.compile(
    r"(?:的话|的说法|的事|那[句段条些])?(?:都|全)?(?:作废|不算数?|不作数|别记|划掉|忘掉|收回)"
)
# another post, the same acts: "Ida isn't head of packaging any more, she's operations director", 李娜不是科长,是副部长
_OTHER_POST = re.compile(
    r"\s?(?:其实|现在|早就|已经)?不(?:再)?是(?P<zh_old>[^,，。;!?]{1,14}?)了?[,，。]\s?"
    r"(?:[他她]|而|现在|早就|已经|其实|应该)*(?:升|调|改|转)?(?:任|成|为)?是?(?P<zh_new>[^,，。;!?]{2,16})"
    r"|(?: is not|isn't| isn't| is no longer|'s not|'s no longer| wasn't) (?:(?:the|their|a|an) )?"
    r"(?P<en_old>[^,.;!?]{2,40}?)(?: any ?more| any longer| now| these days| after all)?[,;.] "
    r"(?:(?:but|no|now) )*(?:he|she|it)(?:'s| is| was| has)(?: (?:been|now|actually|become|made))* "
    r"(?:(?:the|their|a|an) )?(?P<en_new>[^,.;!?]{2,40}?)(?= (?:since|for|as of|from|now|these days)\b|[,.;!?]|$)"
)
_MIXED_UP = re.compile(r"\b(?:mix|mixed|muddled|confused|swapped)\b|[搞弄记说写][反混]")
# roles, not posts: "she isn't the buyer, she's the porter" takes back what was told of her acts
_OF_THE_METHOD = {"buyer", "decider", "approver", "user", "boss", "influencer", "采购", "采购的", "老板", "买手"}
# confidence of a role that a title suggests, and of one that is put right in so many words
_OF_A_TITLE, _PUT_RIGHT = 0.5, 0.9


@dataclass(frozen=True)
class Mended:
    """A known person of whom roles are taken back, and who holds them instead, where that is told."""

    person: Person
    roles: frozenset[str]
    holder: Mention | None = None
    all: bool = False  # whatever was said of the person is taken back
    title: str | None = None  # the post that the person holds instead: only what the old one suggested goes


def role_taken_back(state: Interview, text: str, context: Context) -> Mended | None:
    """Return whose role `text` takes back; None where it takes back none that is noted."""
    clean = normalize(text)
    if _MIXED_UP.search(clean):
        return None  # they change places: mend_name
    for person, start, end in _places(state, clean):
        if _is_scrapped(clean, start, end):
            return Mended(person, frozenset(sign.label for sign in person.roles), all=True)
        if _IF.search(clean, 0, start):
            continue  # "if Gwen can't fix it", 要是小刘做不了主 take nothing back
        held = frozenset(sign.label for sign in person.roles)
        if title := _other_post(text, clean, end, context):
            return Mended(person, held, title=title)
        if _NO_SAY.match(clean, end):
            return Mended(person, held & {"decider", "approver", "influencer"})
        if not (_NOT_BEFORE.search(clean, 0, start) or _NOT_BEHIND.match(clean, end)):
            continue
        holder = _holder(state, text, person, start, end, context)
        stranger = holder is not None and person_named(state, holder, context.tools.same) is None
        names = [(start, end), *([(holder.start, holder.end)] if holder else [])]
        role = _role_of(text, names, held, context, by_title=not stranger)
        if role and (role in held or holder):
            return Mended(person, frozenset({role}), holder)
    return None


def mend_roles(state: Interview, found: Mended, text: str, context: Context) -> Person | None:
    """Take the roles back; return who holds them instead, None where nobody is named."""
    person = found.person
    if found.title:
        person.title = found.title
        person.roles = [sign for sign in person.roles if not sign.rule.startswith(BY_TITLE) or sign.turn == state.turn]
        return None
    person.roles = [s for s in person.roles if s.label not in found.roles or (found.all and s.turn == state.turn)]
    if not person.roles and (role := context.tools.finder.role_in(person.title or "")) and role not in found.roles:
        person.roles.append(Observation(role, person.title or "", BY_TITLE + role, _OF_A_TITLE, state.turn))
    if found.all:
        person.stances = [sign for sign in person.stances if sign.turn == state.turn]
    if found.holder is None:
        return None
    holder = note_mention(state, found.holder, context.tools.same)
    for role in found.roles:
        holder.roles = [sign for sign in holder.roles if sign.label != role]
        holder.roles.append(Observation(role, text, "people/titles", _PUT_RIGHT, state.turn))
    return holder


def drop_older_roles(person: Person, turn: int) -> None:
    """Leave the roles that a sure rule read in the message that puts things right, where it read any."""
    if any(sign.turn == turn and strength(sign.label, sign.rule, sign.confidence) == SURE for sign in person.roles):
        person.roles = [sign for sign in person.roles if sign.turn == turn]


def is_slip(state: Interview, found: Mended) -> bool:
    """Say whether nothing but the role is known of the person: then the name was a slip for the other one."""
    person, holder = found.person, found.holder
    more = person.title or person.stances or state.of(person.id)
    return holder is not None and not more and {sign.label for sign in person.roles} <= found.roles


def _places(state: Interview, clean: str) -> Iterator[tuple[Person, int, int]]:
    """Yield the known people with where a name of theirs stands."""
    for person in state.people:
        names = {normalize(form) for name in person.names for form in (name, name.split()[0], name.split()[-1])}
        for name in sorted(names, key=len, reverse=True):
            pattern = rf"(?<!\w){re.escape(name)}(?!\w)" if name.isascii() else re.escape(name)
            if len(name) > 1 and (match := re.search(pattern, clean)):
                yield person, *match.span()
                break


def _other_post(text: str, clean: str, end: int, context: Context) -> str | None:
    """Return the post that somebody, whose name ends at `end`, is told to hold instead of another one."""
    match = _OTHER_POST.match(clean, end)
    if match is None:
        return None
    lang = "zh" if match["zh_old"] else "en"
    old, new = (text[slice(*match.span(f"{lang}_{part}"))].strip() for part in ("old", "new"))
    if normalize(old) in _OF_THE_METHOD or not all(_is_post(words, context) for words in (old, new)):
        return None
    return new


def _is_post(words: str, context: Context) -> bool:
    """Say whether words are nothing but a title."""
    found = context.tools.finder.find(words)
    return bool(found) and not any(mention.named for mention in found)


def _is_scrapped(clean: str, start: int, end: int) -> bool:
    before = _SCRAPPED.search(clean, 0, start) or _SCRAPPED_BEFORE.search(clean, 0, start)
    return bool(before or _SCRAPPED_BEHIND.match(clean, end))


def _holder(state: Interview, text: str, person: Person, start: int, end: int, context: Context) -> Mention | None:
    """Return who is named beside the person, and is not taken back as well."""
    clean = normalize(text)
    for mention in find_people(state, text, context):
        other = person_named(state, mention, context.tools.same) is not person
        apart = mention.end <= start or end <= mention.start
        behind = _NOT_BEHIND.match(clean, mention.end)
        if behind and behind.end() == start:
            behind = None  # 江总不是小马 takes back 小马
        if other and apart and not behind and not _NOT_BEFORE.search(clean, 0, mention.start):
            return mention
    if match := _HOLDS.search(text, end):
        group = "name" if match["name"] else "other"
        return Mention(match[group], *match.span(group))
    return None


def _role_of(
    text: str, names: list[tuple[int, int]], held: frozenset[str], context: Context, *, by_title: bool
) -> str | None:
    """Return which role the words speak of, one that is held first, read without the names and without "not".

    `by_title`: a title counts. It does not where "the engineer is Cardona, not Cárdenas" puts a name right.
    """
    plain = " ".join(_NOT.sub(" ", normalize(blanked(text, names))).split())
    verdict = context.tools.reader.role(plain)
    hits = sorted(context.tools.reader.scan(plain).hits("role"), key=lambda hit: not hit.rule.sure)
    titled = context.tools.finder.role_in(plain)
    likely = [verdict.label, *(hit.rule.label for hit in hits), *([titled] if titled else [])]
    if is_sure(verdict):
        sure = [verdict.label]
    else:
        sure = [hit.rule.label for hit in hits if hit.rule.sure]
        likely = likely if by_title else [label for label in likely if label != titled]
    return next((role for role in likely if role in held), next(iter(sure), None))
