"""Another customer in the middle of a talk: heard, what is new of the one before offered to be kept, then begun."""

from __future__ import annotations

import re
from dataclasses import replace

from coach.accounts.errors import BookError
from coach.accounts.records import Account
from coach.context import Context
from coach.conversation.book_there import book_there
from coach.conversation.held import HELD, listened
from coach.conversation.keeping import KEEP, offer
from coach.conversation.opening import opened
from coach.conversation.state import Conversation, Said
from coach.interview.account import account_name
from coach.interview.correct import customer_put_right
from coach.interview.firm_in import is_sentence
from coach.interview.known import find_people
from coach.interview.labelled_name import has_firm_tail, stated_customer
from coach.interview.state import Interview
from coach.interview.step import put_question
from coach.interview.step import step as interview_step
from coach.text.language import has_han
from coach.text.normalize import normalize

OTHER = "other"  # waits behind the question whether to keep what is new
_DESCRIBED = re.compile(r"\s*[,，:：-]?\s*(?:an? |the |who |which |they |from |in |near |[是做]|一家|那家)")


def other_customer(state: Conversation, text: str, context: Context) -> Said | None:
    """Turn to the customer that `text` wants to talk about; None when it speaks of the one at hand.

    What was not kept yet of the customer before is offered to be kept first.
    """
    interview = state.interview
    if interview.pending and interview.pending.question == "account":
        return None
    if not interview.account and context.tools.manners.opens_with("other_customer", text) is None:
        return None  # "let's talk about Brynmor Dairy" may name the one at hand
    told = _wanted(text, interview, context)
    if told is None:
        return None
    return begin(replace(state, interview=interview.following(text)), told, [], context)


def begin(state: Conversation, told: str, held: list[str], context: Context) -> Said:
    """Turn to the customer that `told` opens with; first ask whether to keep what is new of the one before.

    `held` was told of the new customer already.
    """
    if asked := offer(state, context):
        state.asking, state.wish = f"{KEEP}:{OTHER}", {"told": told, HELD: held}
        return state, [asked]
    return listened(*turned(state, told, context), held, context)


def turned(state: Conversation, told: str, context: Context) -> Said:
    """Begin the interview on the customer that `told` opens with: from the book, or as an answer to "which one?"."""
    before = state.interview
    if told and (account := _in_book(told, context)):
        return opened(replace(state, interview=replace(before, account=None)), account, context)
    state.interview = Interview(before.lang, before.lang_fixed, started=True)
    asked = put_question(state.interview, context)
    if not told:
        return state, asked
    state.interview, said = interview_step(state.interview, told, context)
    return state, said


def _wanted(text: str, interview: Interview, context: Context) -> str | None:
    """Return `text` from the name of another customer on, "" when none is named; None when none is wanted."""
    manners = context.tools.manners
    wanted = manners.opens_with("other_customer", text)
    rest = text[wanted or 0 :].lstrip(" ,，:：.。-、")
    if wanted is None and (stated := stated_customer(text, manners)):
        met = [person.name for person in find_people(interview, text, context) if person.named]
        known = _is_known(stated, interview) or any(name in stated for name in met)
        return None if known or customer_put_right(text, context) else text
    turns = manners.opens_with("turns_to", rest) is not None or manners.closes_with("turns_to", rest)
    if wanted is not None and manners.is_filler(rest):
        return ""
    if wanted is None and not turns:
        return None
    people = find_people(interview, rest, context)
    name = account_name(rest, manners, people)
    if name is None or _is_known(name, interview) or any(p.named and p.name in name for p in people):
        return None
    parted = wanted is not None and not text[wanted : wanted + 1].isalnum() and (has_han(name) or not name[0].islower())
    if (parted and (turns or rest.startswith(name))) or is_firm(name, rest, interview, context):
        return rest[rest.find(name) :]
    return None


def _is_known(name: str, interview: Interview) -> bool:
    """Say whether the words mean the customer of the interview, or somebody there."""
    clean, own = normalize(name), normalize(interview.account or "")
    people = (normalize(known) for person in interview.people for known in person.names)
    return bool(own) and (clean in own or own in clean) or clean in people


def is_firm(name: str, text: str, interview: Interview, context: Context) -> bool:
    """Say whether a name is a firm's, where nothing but "let's talk about" stands before it: no topic, no person."""
    if _in_book(text, context):
        return True
    if any(normalize(name) in normalize(answer["text"]) for answer in interview.answers):
        return False  # the supplier that was told of
    behind = text[text.find(name) + len(name) :]
    if has_han(name):
        return bool(_DESCRIBED.match(behind)) or has_firm_tail(name, context.tools.manners)
    return name[:1].isupper() and not is_sentence(name) and (" " in name or bool(_DESCRIBED.match(behind)))


def _in_book(text: str, context: Context) -> Account | None:
    """Return the account of the book that the words name; None also for a book that is not there or cannot be used."""
    if not book_there(context):
        return None
    try:
        found = context.book.named_in(text)
    except BookError:
        return None
    return found[0] if found else None
