"""The language of the next answer: that of the message, whichever part of the assistant takes it."""

from __future__ import annotations

from dataclasses import replace

from coach.conversation.doors import DRILLS, SCENARIO
from coach.conversation.opening import OPEN
from coach.conversation.state import AFTER_VISIT, INTERVIEW, Conversation
from coach.read.requests import Request
from coach.text.language import language_of

PRACTICE = ("rehearse", "drill", "scenarios")
PRACTICE_SWITCH = 3  # words in the other language; what asks for practice names no customer
_NAMES = (OPEN, SCENARIO, DRILLS)  # what is answered by a name alone


def following(state: Conversation, text: str) -> Conversation:
    """Return the conversation in the language of `text`, where this is long enough to tell it."""
    if state.mode == AFTER_VISIT and state.after is not None:
        after = state.after.interview.following(text)
        if after.lang == state.after.lang:
            return state
        return replace(
            state,
            after=replace(state.after, interview=after),
            interview=replace(state.interview, lang=after.lang),
        )
    if state.mode != INTERVIEW or state.asking in _NAMES or not state.interview.started:
        return state
    return replace(state, interview=state.interview.following(text))


def first_or_practice(state: Conversation, text: str, request: Request) -> None:
    """A first message sets the language, whatever it opens; practice is in the language it is asked for in."""
    before = state.interview
    if not before.started and not before.lang_fixed:
        state.interview = replace(before, lang=language_of(text, before.lang))
    elif request.id in PRACTICE:
        state.interview = before.following(text, PRACTICE_SWITCH)
