"""A turn as a page shows it."""

from __future__ import annotations

from typing import Any

from channels.web.answer import Json
from coach.assistant import shared_assistant


def shown(turn: Any) -> Json:
    """Return the turn; one whose words are not kept, because somebody was forgotten in it, says just that."""
    value: Json = turn.to_json()
    if turn.forgot and not turn.said:
        value["said"] = [shared_assistant().tools.words.say("web_turn_forgotten", turn.lang)]
    return value
