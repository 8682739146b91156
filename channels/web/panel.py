"""What stands beside the conversation."""

from __future__ import annotations

from channels.web.answer import Json
from coach.assistant import shared_assistant
from coach.today import today
from coach.view.panel import panel


def panel_of(state: Json | None, lang: str, user: str) -> Json:
    """Return the panel for this state of the user's conversation, in the language of the page."""
    return panel(state, lang, shared_assistant().tools, user, today())
