"""Judge a transcript that is pasted into the conversation."""

from __future__ import annotations

from coach.context import Context
from coach.conversation.state import Conversation
from coach.read.requests import Request
from coach.review.pasted import looks_like_transcript, review_pasted

Said = tuple[Conversation, list[str]]


def reviewed(state: Conversation, text: str, context: Context) -> Said | None:
    """Return the review when `text` is a transcript, None when it is an ordinary message."""
    if "\n" not in text or not looks_like_transcript(text):
        return None
    return state, [review_pasted(text, context.tools, context.today, state.lang)]


def ask_for_transcript(state: Conversation, _request: Request, _text: str, context: Context) -> Said:
    """Say how a real call is reviewed."""
    return state, [context.tools.words.say("review_how", state.lang)]
