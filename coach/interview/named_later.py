"""The customer's name told after all, where another question is pending: "it's called Ashgrove School"."""

from __future__ import annotations

import re

from coach.context import Context
from coach.interview.account import account_name
from coach.interview.known import find_people
from coach.interview.labelled_name import labelled_name, looks_like_firm, stated_customer
from coach.interview.listen import listen
from coach.interview.say import say_heard
from coach.interview.state import Interview
from coach.text.clauses import sentences
from coach.text.language import has_han

_CALLED = re.compile(  # what opens a sentence that tells the name
    r"\s*(?:(?:it|they|that|this)(?:['’]s| is|['’]re| are) (?:called|named)"
    r"|(?:the|their|its) (?:(?:customer|client|company|firm|account)(?:['’]s)? )?(?:full )?name(?:['’]s| is)"
    r"|(?P<kind>(?:the|our) (?:customer|client|company|firm|school|hospital|hotel|plant|factory|mill|farm|clinic"
    r"|university|college|dairy|brewery|shop|chain|port|yard))(?:['’]s| is)(?: called| named)?) (?=[A-ZÀ-Þ0-9])"
    r"|\s*(?:他们|它|这家|那家|对方|客户|公司|单位|厂|学校|医院|酒店)*(?:的?(?:名字|名称|全称|大名))?(?:就|其实)?[是叫为]",
    re.IGNORECASE,
)


def name_told(state: Interview, text: str, context: Context) -> list[str] | None:
    """Note the name where none is known yet, and listen to the rest. None where `text` tells no name.

    The pending question was not answered: it is put anew, with the name in it.
    """
    if state.account or (state.pending and state.pending.question == "account"):
        return None
    spans = [text[start:end] for start, end in sentences(text)]
    told = next(((part, name) for part in spans if (name := _name(state, part, context))), None)
    if told is None:
        return None
    part, name = told
    if state.pending:
        state.asked.pop()
    state.note_answer("account:", text)
    state.account, state.account_turn = name, state.turn
    rest = text.replace(part, "", 1).strip()
    heard = say_heard(state, listen(state, rest, context), context.tools) if rest else []
    return [context.tools.words.say("account_noted", state.lang, turn=state.turn, account=name), *heard]


def _name(state: Interview, part: str, context: Context) -> str | None:
    manners, people = context.tools.manners, find_people(state, part, context)
    name = stated_customer(part, manners) or labelled_name(part, manners)
    if name is None and (called := _CALLED.match(part)):
        name = account_name(part[called.end() :], manners, people)
        return name if name and _fits(name, called, context) else None
    return None if name is None or any(who.named and who.name in name for who in people) else name


def _fits(name: str, called: re.Match[str], context: Context) -> bool:
    """Say whether a name behind "it is called" is a firm's; behind "the school is" it has more than one word."""
    if has_han(name):
        return looks_like_firm(name, context.tools.manners)
    return name[:1].isupper() and (" " in name or not called["kind"])
