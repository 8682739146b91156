"""The answer to what the assistant waits for: a choice from a list, an account's name, a yes or no."""

from __future__ import annotations

from dataclasses import replace

from coach.accounts.errors import BookError
from coach.accounts.records import Account
from coach.accounts.say import trouble
from coach.context import Context
from coach.conversation.after_visit import (
    KEEP_VISIT,
    OFFERED,
    PLANNED_MEANT,
    answer_offer,
    answer_planned,
    keep_visit,
)
from coach.conversation.doors import DOORS, choice_made
from coach.conversation.forget_person import FORGOTTEN, PERSON, person_agreed, still_forgotten
from coach.conversation.held import HELD, hold, listened
from coach.conversation.keeping import KEEP, KEEP_REHEARSAL, agreed, rehearsal_agreed, turned_down
from coach.conversation.later import held_for, waiting
from coach.conversation.opening import BEGIN, OPEN, named, opened
from coach.conversation.other_customer import OTHER, begin, turned
from coach.conversation.private import FORGET, forget_agreed
from coach.conversation.state import Conversation, Said
from coach.conversation.visits import VISIT, answer_visit
from coach.interview.declined import declined, reply, stops
from coach.interview.state import Interview


def answered(state: Conversation, text: str, context: Context) -> Said | None:
    """Take the answer. None when the message is something else: then the question is dropped."""
    asked = state.asking or ""
    if asked.split(":")[0] in (KEEP, KEEP_REHEARSAL, BEGIN) and stops(text, context):
        return _stopped(replace(state, asking=None), asked, context)
    if asked.split(":")[0] in (KEEP, KEEP_REHEARSAL, FORGET):
        return _yes_or_no(replace(state, asking=None), asked, text, context)
    if asked.split(":")[0] == VISIT:
        return _about_visit(replace(state, asking=None), asked, text, context)
    if asked == FORGOTTEN:
        return still_forgotten(replace(state, asking=None), text, context)
    if asked == BEGIN:
        return _begin(replace(state, asking=None), text, context)
    if asked == OPEN:
        return _name(replace(state, asking=None), text, context)
    return choice_made(state, text, context)


def _about_visit(state: Conversation, asked: str, text: str, context: Context) -> Said | None:
    if asked == KEEP_VISIT:
        return keep_visit(state, text, context)
    if asked == PLANNED_MEANT:
        return answer_planned(state, text, context)
    return answer_offer(state, text, context) if asked == OFFERED else answer_visit(state, asked, text, context)


def _stopped(state: Conversation, asked: str, context: Context) -> Said:
    """Stop here: nothing is kept or begun, and no question follows. What was held waits until the talk goes on."""
    words, lang = context.tools.words, state.lang
    state.later = waiting(replace(state, asking=asked))
    dropped = held_for(state, context)
    if asked.startswith(KEEP) and not asked.startswith(KEEP_REHEARSAL):
        state = turned_down(state, context)
    stopped = words.say("stopped" if asked == BEGIN else "stopped_unkept", lang)
    return replace(state, wish=None, interview=replace(state.interview, paused=True)), [*dropped, stopped]


def _yes_or_no(state: Conversation, asked: str, text: str, context: Context) -> Said | None:
    answer = reply(text, context)
    if asked.startswith(FORGET):
        if answer == "yes" and asked.startswith(PERSON):
            return person_agreed(state, asked, context)
        if answer == "yes":
            return forget_agreed(state, asked.split(":")[1], context)
        return state, [context.tools.words.say("forget_not", state.lang)]
    if context.tools.manners.is_only("nothing_more", text):
        return replace(state, asking=asked), [context.tools.words.say("keep_unclear", state.lang)]
    if answer == "yes" or _asks_to_keep(text, context):
        kept = rehearsal_agreed(state, asked, context) if asked.startswith(KEEP_REHEARSAL) else agreed(state, context)
        return _then_open(*kept, asked, context)
    if answer == "no" or (asked.startswith(f"{KEEP}:") and context.tools.reader.command(text).label == "skip"):
        words = context.tools.words
        said = words.say("keep_not", state.lang) if asked == KEEP else words.say("keep_left", state.lang)
        left = state if asked.startswith(KEEP_REHEARSAL) else turned_down(state, context)
        return _then_open(left, [said], asked, context)
    if asked.startswith(f"{KEEP}:") and not _leads_away(text, context):
        return hold(replace(state, asking=asked), state.wish or {}, text, context)
    return None


def _begin(state: Conversation, text: str, context: Context) -> Said | None:
    """Begin with the customer of whom nothing is known yet, or stay with the one at hand."""
    wish, state.wish = state.wish or {}, None
    told, held, words = wish.get("told", ""), wish.get(HELD, []), context.tools.words
    answer = reply(text, context)
    if answer == "yes":
        return begin(state, told, held, context)
    if answer == "no":
        return listened(state, [words.say("begin_not", state.lang), *_pending(state.interview)], held, context)
    return None if _leads_away(text, context) else hold(replace(state, asking=BEGIN), wish, text, context)


def _leads_away(text: str, context: Context) -> bool:
    request = context.tools.requests.read(text)
    return request is not None and request.id in DOORS


def _asks_to_keep(text: str, context: Context) -> bool:
    """Say whether the question whether to keep it is answered by its own words: "keep it", 记下来."""
    request = context.tools.requests.read(text)
    return request is not None and request.id == KEEP


def _then_open(state: Conversation, messages: list[str], asked: str, context: Context) -> Said:
    """Open the account that waited for the answer, if one did."""
    if not asked.startswith(f"{KEEP}:"):
        interview = state.interview
        return state, messages if interview.paused else [*messages, *_pending(interview)]
    key, wish, state.wish = asked.split(":")[1], state.wish or {}, None
    if key == OTHER:
        state, said = turned(state, wish["told"], context)
        return listened(state, [*messages, *said], wish.get(HELD, []), context)
    try:
        account: Account = context.book.dossier(key).account
        settled = replace(state.interview, account=None)  # its facts were kept or declined just now
        state, said = opened(replace(state, interview=settled), account, context)
    except BookError as error:
        said = [trouble(error, state.lang, context.tools.words)]
    return listened(state, [*messages, *said], wish.get(HELD, []), context)


def _pending(interview: Interview) -> list[str]:
    """Return the question that the one about keeping stood in for."""
    return [interview.pending.text[interview.lang]] if interview.pending else []


def _name(state: Conversation, text: str, context: Context) -> Said | None:
    """Take the name of the account to open; control words and requests are something else."""
    command = context.tools.reader.command(text)
    if declined(text, context):
        return state, [context.tools.words.say("account_not_opened", state.lang)]
    if command.label != "content" or context.tools.requests.read(text) is not None:
        return None
    return named(state, text.strip(), context)
