"""Where a channel keeps a conversation: JSON text in one slot of Rasa's tracker."""

from __future__ import annotations

import json
from typing import Any

from coach.conversation.state import from_json

SLOT = "coach_state"


def state_in(kept: str | None) -> dict[str, Any] | None:
    """Return the state kept in the slot, None at the start.

    JSON text rather than a dict: Rasa deep-copies the events of a turn several times, which for a long
    conversation costs more than the turn, and text is never changed by accident.
    """
    return json.loads(kept) if kept else None


def language_in(state: dict[str, Any] | None, default: str) -> str:
    """Return the language spoken in `state`; `default` before the first word, or where it cannot be read."""
    try:
        return from_json(state).lang if state else default
    except ValueError:
        return default


def spoken_in(kept: str | None, lang: str) -> str | None:
    """Return what is to be kept so that the talk goes on in `lang`; None when it does already, or cannot be read.

    What is typed may lead to the other language again.
    """
    state = state_in(kept)
    try:
        conversation = from_json(state)
    except ValueError:
        return None
    parts = [conversation.interview, *([conversation.after.interview] if conversation.after else [])]
    if state is None or all(part.lang == lang for part in parts):
        return None
    for part in parts:
        part.lang = lang
    return json.dumps(conversation.to_json(), ensure_ascii=False)
