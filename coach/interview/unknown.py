"""What the salesperson does not know: a question to the customer on that very matter, whatever was asked just now."""

from __future__ import annotations

import re

from coach.context import Context, Tools
from coach.interview.funnel import for_customer
from coach.interview.known import find_people
from coach.interview.state import MATTER, Asked, Interview
from coach.knowledge.load import Knowledge
from coach.text.blanked import blanked
from coach.text.clauses import sentences
from coach.text.language import has_han
from coach.text.normalize import normalize

_LEAST = 2  # characters of a matter
_SMALL = re.compile(  # beside "I don't know", and no matter
    r"这[个件]?事?|那[个件]?事?|还|也|都|真的?|就|我|倒|确实|目前|暂时|现在|关于|具体|[的了呢啊吧]"
    r"|\b(?:it|that|this|yet|about|either|really|honestly|sorry|well|so far|at all|him|her|them|i|we|i've|we've|one)\b"
)
# 他们不知道为什么灯会闪, "they don't know why it fails": what they do not know is told
_THEY = re.compile(
    r"(?:[他她它]们?|对方|客户|人家)(?:自己|也|还|都|根本|其实|现在)*(?:不知道|不太清楚|不清楚|不了解|不晓得|不确定|没概念|没数)"
    r"|\b(?:they|he|she|the customer|nobody there|no one there)(?:'re| are|'s| is| do| does)?"
    r"(?: really| also| still| even| themselves| himself| simply| just)*"
    r" (?:do not know|does not know|don't know|doesn't know|have no|has no|not sure|don't understand)\b"
)
DONT_KNOW = "dont_know"


def not_known(text: str, state: Interview, context: Context) -> bool:
    """Say whether `text` only says that something is not known, and names nobody."""
    if context.tools.manners.whole(text) != DONT_KNOW or _THEY.search(normalize(text)):
        return False
    return not any(mention.named for mention in find_people(state, text, context))


def matter_of(text: str, tools: Tools) -> str | None:
    """Return the topic of what is not known, "no idea who decides"; None where that is not told."""
    spoken = blanked(text, tools.manners.places(DONT_KNOW, text))
    if sum(sign.isalnum() for sign in _SMALL.sub("", normalize(spoken))) < _LEAST or tools.manners.is_filler(spoken):
        return None
    return tools.seller.topics.unknown(spoken, "zh" if has_han(spoken) else "en")


def parted(text: str, state: Interview, context: Context) -> tuple[str, list[str]]:
    """Return what `text` tells, and the matters of its sentences that only say what is not known."""
    spans = [text[start:end].strip() for start, end in sentences(text)]
    about = [matter_of(part, context.tools) if not_known(part, state, context) else None for part in spans]
    if not any(about) or all(about):
        return text, []
    told = (part for part, matter in zip(spans, about, strict=True) if matter is None)
    return " ".join(told), [matter for matter in about if matter]


def ask_customer(asked: Asked | None, state: Interview, context: Context, text: str = "") -> list[str]:
    """Answer "I don't know": the matter's question as the salesperson can put it, else that of the pending one."""
    words, knowledge, matter = context.tools.words, context.tools.knowledge, matter_of(text, context.tools)
    if asked is not None:
        asked.unknown = True
    question = raised(matter, state, knowledge) if matter else None
    if question is None and asked is not None:
        question = for_customer(asked, state, knowledge, state.lang)
    if question is None:
        return [words.say("noted", state.lang)]
    return [words.say("unknown_answer", state.lang, question=question)]


def raised(matter: str, state: Interview, knowledge: Knowledge) -> str | None:
    """Put the matter on the list of what to ask the customer, and return the question."""
    question = knowledge.topics[matter].ask_customer
    if question is None:
        return None
    key = f"{MATTER}:{matter}"
    text = {"zh": question.zh, "en": question.en}
    mine = Asked(key, MATTER, key, None, text, state.turn, answered=True, unknown=True)
    others = [asked for asked in state.asked if asked.key != key]
    state.asked = [*others[:-1], mine, *others[-1:]]  # the last one is the pending question, or the end
    return question[state.lang]
