"""Which words of the user a turn took back: channels show them as withdrawn."""

from __future__ import annotations

from coach.conversation.state import Conversation
from coach.interview.state import Interview


def withdrawn(before: Conversation, after: Conversation) -> str | None:
    """Return the answer of an interview, or on a visit, that counts no more; None when all still count."""
    pairs = [(before.interview, after.interview)]
    if before.after and after.after:
        pairs.append((before.after.interview, after.after.interview))
    return next((text for one, other in pairs if (text := _dropped(one, other))), None)


def _dropped(before: Interview, after: Interview) -> str | None:
    """An interview that begins anew, for another customer or because it was asked for, has fewer answers, too."""
    if before.asking == "restart" or after.turn != before.turn + 1 or len(after.answers) >= len(before.answers):
        return None
    return next((answer["text"] for answer in before.answers[len(after.answers) :] if answer["text"]), None)
