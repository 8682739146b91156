"""The conversation that a channel kept, as a view reads it."""

from __future__ import annotations

from typing import Any

from coach.conversation.state import Conversation, from_json


def conversation_in(state: dict[str, Any] | None) -> Conversation:
    """Return the conversation; a new one where none was kept or it cannot be read."""
    try:
        return from_json(state)
    except ValueError:
        return Conversation()
