"""One turn of the whole assistant: to the mode that is on, unless the message leads to another one."""

from __future__ import annotations

from dataclasses import replace

from coach.accounts.errors import BookError
from coach.accounts.say import trouble
from coach.context import Context
from coach.conversation import after_visit, drilling, rehearsing
from coach.conversation.after_call import after_call
from coach.conversation.answered import answered
from coach.conversation.doors import DOORS, other_practice
from coach.conversation.forget_person import forget_person
from coach.conversation.held import not_taken
from coach.conversation.keeping import KEEP, offer
from coach.conversation.languages import first_or_practice, following
from coach.conversation.later import held_for, is_due, put_again, take_up, waiting
from coach.conversation.met_somebody import met_somebody
from coach.conversation.opening import known_already, names_none
from coach.conversation.other_customer import other_customer
from coach.conversation.reviewing import reviewed
from coach.conversation.state import AFTER_VISIT, DRILL, INTERVIEW, REHEARSAL, Conversation, Said
from coach.conversation.visited_other import visited_other
from coach.conversation.visits import is_report
from coach.conversation.withdrawn import withdrawn
from coach.interview.state import Interview
from coach.interview.step import step as interview_step
from coach.interview.step import too_long
from coach.read.requests import Request
from coach.result.save import page_file

_GIVES_UP = ("back", "restart")  # whoever says so wants no other customer


def step(before: Conversation, text: str, context: Context) -> Said:
    """Return the conversation after the user said `text`, and the messages that answer.

    What the account book could not do is told here, whatever asked for it; then nothing is waited for.
    """
    state = replace(before, took_back=None, files=[])
    try:
        state, messages = _answer(state, text, context)
        state.took_back = state.took_back or withdrawn(before, state)
        return _then_ask(state, messages, context)
    except BookError as error:
        state.asking = None
        return state, [trouble(error, state.lang, context.tools.words)]


def _then_ask(state: Conversation, messages: list[str], context: Context) -> Said:
    """Put the question again that something else came before, else ask how a visit that has passed went.

    Only where nothing else is asked or going on.
    """
    if is_due(state):
        take_up(state, context)
        return state, [*(m for m in messages if not _is_pending(m, state.interview)), put_again(state, context)]
    if state.mode != INTERVIEW or state.asking or state.interview.asking or state.interview.paused:
        return state, messages
    asked = after_visit.offer(state, context)
    return state, [*messages, asked] if asked else messages


def _answer(state: Conversation, text: str, context: Context) -> Said:
    if state.mode == INTERVIEW and (said := reviewed(state, text, context)) is not None:
        return said
    if answer := too_long(text, state.lang, context):
        return state, [answer]
    state = following(state, text)
    if state.later and state.mode == INTERVIEW and not state.asking:  # the talk comes back from where it was stopped
        take_up(state, context)
        state.interview = replace(state.interview, paused=False)
    if state.asking and (said := answered(state, text, context)) is not None:
        return said
    waits = waiting(state) if context.tools.reader.command(text).label not in _GIVES_UP else None
    dropped = [] if waits else not_taken(state.wish, state.lang, context)
    asked, state.asking, state.wish = state.asking, None, None
    state, messages = _otherwise(state, text, context)
    if waits:
        state.later = waits
        dropped = [] if is_due(state) else held_for(state, context)
    if asked == KEEP and _hands_out(text, context) and (again := offer(state, context)):
        messages = [*(m for m in messages if not _is_pending(m, state.interview)), again]
    return state, [*dropped, *messages]


def _hands_out(text: str, context: Context) -> bool:
    """Say whether only the page was asked for as a file: whether to keep what is new is still open."""
    request = context.tools.requests.read(text)
    return request is not None and request.id == "save"


def _otherwise(state: Conversation, text: str, context: Context) -> Said:
    """Take a message that answers nothing that was waited for."""
    if state.mode in (INTERVIEW, AFTER_VISIT) and (said := forget_person(state, text, context)) is not None:
        return said
    if state.mode == AFTER_VISIT and state.after is not None:
        return after_visit.step(state, text, context)
    if state.mode != INTERVIEW and (said := other_practice(state, text, context)) is not None:
        return said
    if state.mode == REHEARSAL and state.rehearsal is not None:
        return rehearsing.step(state, text, context)
    if state.mode == DRILL and state.drill is not None:
        return drilling.step(state, text, context)
    if (said := after_call(state, text, context)) is not None:
        return said
    request = context.tools.requests.read(text)
    if (request is None or request.id == "after_visit") and (said := visited_other(state, text, context)) is not None:
        return said
    if request is not None and request.id in DOORS and not _only_told(state, request, text, context):
        first_or_practice(state, text, request)
        return DOORS[request.id](state, request, text, context)
    if (said := other_customer(state, text, context)) is not None:
        return said
    return _interview(state, text, context)


def _only_told(state: Conversation, request: Request, text: str, context: Context) -> bool:
    told = is_report(request, text, context) or names_none(request, context)
    return told or met_somebody(state, request, text, context)


def _interview(state: Conversation, text: str, context: Context) -> Said:
    """Take a turn of the interview. When its result is shown or it is left, ask whether to keep what is new."""
    before = state.interview
    interview, messages = interview_step(before, text, context)
    state = replace(state, interview=interview, debrief=None)
    if 0 < interview.handed == interview.turn:
        state.files = [page_file(interview)]
    if known := known_already(state, context):
        messages.insert(0, known)
    left = interview.paused and not before.paused
    if (left or interview.shown == interview.turn) and (asked := offer(state, context)):
        messages = [*(m for m in messages if not _is_pending(m, interview)), asked]  # one question at a time
    return state, messages


def _is_pending(message: str, interview: Interview) -> bool:
    return interview.pending is not None and message == interview.pending.text[interview.lang]
