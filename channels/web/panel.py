"""What stands beside the conversation."""

from __future__ import annotations

from channels.web.answer import Json


def panel_of(state: Json | None, lang: str, user: str) -> Json:
    """Return the panel for this state of the user's conversation."""
    return {}
