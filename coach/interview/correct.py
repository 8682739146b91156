"""Mend what was noted when the salesperson corrects it: the wrong fact goes, and what changed is said."""

from __future__ import annotations

import re
from collections.abc import Callable

from coach.context import Context
from coach.interview.account import account_name
from coach.interview.known import find_people
from coach.interview.labelled_name import stated_customer
from coach.interview.mend_name import mend_mixed_up, mend_name
from coach.interview.mend_people import mend_role, mend_speaker, mend_stance, mend_surname
from coach.interview.mend_period import mend_length, mend_period
from coach.interview.mend_roles import is_slip, role_taken_back
from coach.interview.mend_told import mend_told
from coach.interview.mend_words import mend_amount, mend_step, mend_topic, mend_wording
from coach.interview.people import person_named
from coach.interview.state import Interview
from coach.read.correction import Correction
from coach.text.amounts import amounts_in
from coach.text.normalize import normalize

_ONE = re.compile(r"(?:^|[,，;；]\s*)(?:(?:he|she)\b|[他她](?!们))[^,，;；]*$", re.IGNORECASE)
Mend = Callable[[Interview, Correction, Context], list[str]]


def correct(state: Interview, text: str, context: Context) -> list[str] | None:
    """Return what to say when `text` corrected something that was noted, else None: then it is an answer."""
    found = context.tools.corrections.read(text)
    if state.account and (name := _right_customer(text, found, context)):
        state.remember()
        state.note_answer("", text)
        return _renamed(state, name, context)
    if found is None or not (state.needs or state.people or state.next_steps or state.account):
        return None
    if not found.admitted and _is_of_a_stranger(state, text, found, context):
        return None
    taken = role_taken_back(state, text, context)
    if taken is not None and not is_slip(state, taken):
        return None  # what is told of both is listened to
    before, quotes = state.undo, {need.id: need.quote for need in state.needs}
    state.remember()
    for mend in _mends(state, found, context):
        if lines := mend(state, found, context):
            state.note_answer("", text)
            _renew_pending(state, quotes)
            return lines
    state.undo = before
    return None


def customer_put_right(text: str, context: Context) -> str | None:
    """Return the customer that the user says was noted wrongly: "no, the client is Nordhavn Fisk"; None without one."""
    return _right_customer(text, context.tools.corrections.read(text), context)


def _right_customer(text: str, found: Correction | None, context: Context) -> str | None:
    answer, rest = context.tools.manners.starts_with(text)
    right = found.right if found and found.admitted and not found.wrong else rest if answer == "no" else ""
    return stated_customer(right, context.tools.manners) if right else None


def _mends(state: Interview, found: Correction, context: Context) -> tuple[Mend, ...]:
    if found.weak:
        return OF_AMOUNTS
    number = any(amount.start == 0 for amount in amounts_in(found.right))  # 万 is a surname, too
    return OF_PEOPLE if not number and _names_a_stranger(state, found, context) else MENDS


def _names_a_stranger(state: Interview, found: Correction, context: Context) -> bool:
    """Say whether the right part names somebody new: then it tells who is meant, and no word of a need changes."""
    return _has_stranger(state, found.right, context)


def _is_of_a_stranger(state: Interview, text: str, found: Correction, context: Context) -> bool:
    """Say whether "he is not for us, he ..." or "that I can not say, ..." goes on about somebody new, named before."""
    if not found.before:
        return False
    one = _ONE.search(found.before)
    return _has_stranger(state, text[: text.find(found.before) + (one.start() if one else 0)], context)


def _has_stranger(state: Interview, words: str, context: Context) -> bool:
    people = [mention for mention in find_people(state, words, context) if mention.named]
    return any(person_named(state, mention, context.tools.same) is None for mention in people)


def _renew_pending(state: Interview, quotes: dict[str, str]) -> None:
    """Take back the open question when what it is about is gone or has changed: it is put anew."""
    pending = state.pending
    if pending is None:
        return
    about = state.need(pending.about)
    person = state.person(pending.about)
    gone = pending.about and about is None and (person is None or person.name not in pending.text[state.lang])
    if gone or pending.question == "key" or (about and quotes.get(about.id) != about.quote):
        state.asked.pop()


def _mend_account(state: Interview, found: Correction, context: Context) -> list[str]:
    """Another name for the customer: 不是新达,是鑫达."""
    if not state.account or not found.wrong or normalize(found.wrong) not in normalize(state.account):
        return []
    name = account_name(found.right, context.tools.manners)
    return _renamed(state, name, context) if name else []


def _renamed(state: Interview, name: str, context: Context) -> list[str]:
    state.account = name
    return [context.tools.words.say("changed_account", state.lang, account=name)]


OF_PEOPLE: tuple[Mend, ...] = (mend_surname, mend_name, mend_mixed_up, mend_speaker, mend_role, mend_stance)
OF_AMOUNTS: tuple[Mend, ...] = (mend_period, mend_amount, mend_told, mend_length)
MENDS: tuple[Mend, ...] = (
    *OF_PEOPLE, mend_step, mend_period, mend_amount, mend_topic, mend_wording, _mend_account, mend_told, mend_length,
)  # fmt: skip
