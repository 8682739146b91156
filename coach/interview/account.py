"""Take the customer's name out of an answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.interview.customer_told import customer_told
from coach.interview.firm_in import (
    MAX_NAME,
    firm_in,
    first_name,
    full_name,
    is_sentence,
    opens_with_name,
    registered_name,
    runs_on,
    without_mark,
)
from coach.interview.labelled_name import is_label, labelled_name, labels_no_name, looks_like_firm, own_name
from coach.interview.legal_forms import LEGAL
from coach.interview.legal_names import legal_name
from coach.interview.met import firm_of, is_firm, is_told
from coach.people.chinese_names import is_place
from coach.people.mention import Mention
from coach.read.manners import Manners
from coach.text.language import has_han

_HEAD = re.compile(
    rf"[,，](?!\s*{LEGAL})|[。;；:：!！?？~～\n]|(?<!\bSt)(?<!\bDr)(?<!\bMr)(?<!\bCo)(?<!\.[A-Z])\.\s|\s-\s"
    r"|(?<=[\u3400-\u9fff]) +(?=[\u3400-\u9fff]{2})"  # in chat a space is a comma
)

_PICTURES = re.compile(r"\[[\u3400-\u9fff]{1,3}\]|[\U0001f000-\U0001faff\u2600-\u27bf\u2b50\ufe0f\u200d]+")  # emoji
_PLACE = re.compile(
    r"(?<=[\w.])\s+(?:from|in|near|based|over in|down in|up in)\s+(?=[A-Z])"
    r"|(?<=[A-Za-z\u3400-\u9fff])\s+(?=[\u3400-\u9fff]{2})"
)
# "my Polish customer", 我那个波兰客户: said of a customer, but no name
_DESCRIBED = re.compile(
    r"^(?:my|our|a|an|the|one|this|that|some)\b.*\b(?:customers?|clients?|accounts?|prospects?|firms?|compan(?:y|ies))"
    r"(?: (?:at the moment|right now|of (?:ours|mine)|here|today|this time))?$"
    r"|^(?:我|咱|那|这|一)[\u3400-\u9fff]*(?:客户|公司|厂家?|单位|企业)[哈啊呀吧呢哦嘛]*$"
    r"|^.*[个家位的]\s?[\u3400-\u9fff]{0,4}(?:客户|account|customer|client|case|项目|单子)[哈啊呀吧呢哦嘛]*$"
    r"|^(?:我|咱)们?.*(?:手[上里头]|有[个家一])"
    r"|^(?:account|customer|client|company|客户|公司|对方)(?: name|的?(?:名称|名字|全称))?$"
    r"|^客户(?:还|没|未|要|嘛)"
    r"|^(?:他们|她们|我们|咱们|人家|对方|这[个事]|那[个边])",
    re.IGNORECASE,
)
_THE = re.compile(r"^the (?=(?:[A-ZÀ-Þ]\S* ){2}[A-ZÀ-Þ])")  # "the Glen Ardroch Distillery Company" is a name
_TELLS = re.compile(  # a sentence
    r"[\u3400-\u9fff][这那我你他她们是]|^[这那我你他她它们在有]"
    r"|^(?:they|he|she|we|i|you|it|there|their|his|her)\b"
    r"|\s(?:wants?|wanted|needs?|needed|says?|said|asks?|asked|told|thinks?|complain(?:s|ed)|is|are|was|were|has|had)\s",
    re.IGNORECASE,
)
_IS_TOLD = re.compile(r"\s*(?:[(（]|是)")  # 田野（冷库主管）想换制冰机: the job behind the name
_TO_US = re.compile(r"[你您]|^(?:[Yy]ou|[Uu]|[Uu]r)\b(?! (?:& )?[A-ZÀ-Þ])|\b(?:you|u|ur)\b")  # said to the assistant
# 海岸水务公司(以下简称海岸水务), "Aird Stone Ltd (Aird for short)"
_SHORTENED = re.compile(
    r"\s*[(（](?:(?:以下|下文|后面|下面|之后)?[都就]?(?:统称|简称|叫|称)|hereinafter|hereafter|in short|short:|aka)"
    r"[^()（）]*[)）]|\s*[(（][^()（）]* (?:for short|from here on)[)）]",
    re.IGNORECASE,
)
_OCCASION = re.compile(  # what one prepares for: no name
    r"(?:一?[下个场次])?(?:拜访|会面|见面|会议|开会|电话会?|视频会?|谈判|报价|投标|演示|展会|方案|客户)"
    r"|(?:an? |the |my )?(?:visit|meeting|call|demo|pitch|tender|negotiation|trade fair|presentation|quote|offer)",
    re.IGNORECASE,
)
_OWNS = re.compile(r"(?<=['’]s )[^A-ZÀ-Þ]")  # "the client's purchasing lady", but "the firm's Pettigrew"
_NOBODY = re.compile(  # "Anna called me", 他们叫我去报价
    r"(?:me|us|him|her|them|back|today|yesterday|again)\b|[我你您他她咱]", re.IGNORECASE
)


def account_name(text: str, manners: Manners, people: Sequence[Mention] = ()) -> str | None:
    """Return the customer's name in `text`, without "it's" before and "please" behind it; None for a story.

    The name stands behind "called" or 叫; beside one of the `people` who were met, as their firm; else at the head
    of the answer, greetings and "I sell ..." left out. A person is no customer.
    """
    whole = _PICTURES.sub(" ", text)
    text = _SHORTENED.sub("", whole).strip()
    if manners.is_only("chat", text):
        return None
    parts = [part for part in _HEAD.split(text) if part.strip()]
    if name := full_name(parts, manners):
        return name
    if labels_no_name(whole, manners, people):
        return None
    if (name := labelled_name(whole, manners)) and not any(name in person.name for person in people):
        return name
    for part in parts:
        start = None if manners.is_about_self(part) else manners.named_from(part)
        if start is not None and not (_NOBODY.match(part[start:]) or _OWNS.match(part, start)):
            rest = part[start:].lstrip(" “”\"':：")
            if name := registered_name(rest):
                return name
            if (name := legal_name(rest)) and rest.startswith(name):  # where no mark follows: ... Limited我们就说
                return name if len(name) <= MAX_NAME else None
            name = _name(first_name(part[start:], manners), manners)
            if not (name and has_han(name) and is_sentence(name)) or looks_like_firm(name, manners):
                # else a description: 在谈的是一家做宠物粮的，艾宠
                return name
    if (name := legal_name(text)) and not _is_own(name, parts, manners):
        return name if len(name) <= MAX_NAME else None
    told = [person for person in people if is_told(text, person, manners) and not is_firm(text, person, manners)]
    for person in told:
        if firm := firm_of(text, person, people, manners):
            return firm if len(firm) <= MAX_NAME else None
    if name := customer_told(text, people, manners):
        return name
    heads = [part for part in parts if manners.whole(part) is None and not _tells_nothing(part, manners)]
    if heads and any(_speaks_of(person, heads[0], text, manners) for person in told):
        return None
    if len(heads) > 1 and is_place(heads[0].strip()) and opens_with_name(heads[1]):
        heads = heads[1:]  # 克罗地亚。Jadran Brod,修船
    name = _name(heads[0], manners) if heads else None
    if name and manners.holds("reporting", name) and any(text[p.start : p.end] in name for p in people):
        name = None  # 王总说价格太贵 tells what was said
    if name and _TO_US.search(name):
        return firm_in(text, parts, people)
    if name is None or is_sentence(name):
        return firm_in(text, parts, people) or (name if name and not (_TELLS.search(name) or runs_on(name)) else None)
    return name


def _is_own(name: str, parts: Sequence[str], manners: Manners) -> bool:
    """Say whether the user tells of his own firm: no "the customer is" stands before it."""
    own = (part for part in parts if name in part and manners.is_about_self(part))
    return any((start := manners.named_from(part)) is None or start > part.find(name) for part in own)


def _tells_nothing(part: str, manners: Manners) -> bool:
    """Say whether there is no customer in the opening: "I sell ...", 我说一下啊. "I'm back from ..." tells of one."""
    framed = manners.without_frame(part)
    only_leads = manners.opens_with("account_lead", part) == len(part.rstrip())
    kind = framed.strip()
    if _OCCASION.fullmatch(kind) or (0, len(kind)) in manners.places("firm_tails", kind):
        return True  # 拜访, 医院
    return only_leads or is_label(part, manners) or manners.is_about_self(framed) or manners.is_filler(framed)


def _speaks_of(person: Mention, head: str, text: str, manners: Manners) -> bool:
    """Say whether the head of the answer tells of a person rather than of a firm."""
    start = text.find(head)
    if head == text and (person.start, person.end) == (0, len(text)):
        return False  # "Dr. Oetker" alone may be a firm
    if not start <= person.start < start + len(head):
        return False
    rest = head[: person.start - start] + head[person.end - start :]
    if person.start == start and person.title and _IS_TOLD.match(text, person.start + len(person.name)):
        return True
    owned = text[: person.start].endswith("的")  # 客户的王总来过
    return owned or bool(manners.places("met", head)) or len(rest.strip(" .")) < 2


def _name(words: str, manners: Manners) -> str | None:
    name = _THE.sub("", without_mark(manners.without_frame(words.strip())))
    if not name[:1].islower():  # "a chain in Poland" is all there is to it
        name = _PLACE.split(name)[0]
    name = own_name(name, manners)
    return name if 0 < len(name) <= MAX_NAME and not _DESCRIBED.match(name) else None
