"""Judge a transcript that is pasted into the conversation."""

from __future__ import annotations

from dataclasses import replace

from coach.context import Context
from coach.conversation.state import Conversation, Said
from coach.read.requests import Request
from coach.review.pasted import looks_like_transcript, review_pasted
from coach.text.language import language_of


def reviewed(state: Conversation, text: str, context: Context) -> Said | None:
    """Return the review when `text` is a transcript, None when it is an ordinary message."""
    if "\n" not in text or not looks_like_transcript(text):
        return None
    before = state.interview
    if not before.started and not before.lang_fixed:  # a first message sets the language, whatever it is
        state.interview = replace(before, lang=language_of(text, before.lang))
    return state, [review_pasted(text, context.tools, context.today, state.lang)]


def ask_for_transcript(state: Conversation, _request: Request, _text: str, context: Context) -> Said:
    """Say how a real call is reviewed."""
    return state, [context.tools.words.say("review_how", state.lang)]
