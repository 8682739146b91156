"""Where a channel keeps a conversation: JSON text in one slot of Rasa's tracker."""

from __future__ import annotations

import json
from typing import Any

SLOT = "coach_state"


def state_in(kept: str | None) -> dict[str, Any] | None:
    """Return the state kept in the slot, None at the start.

    JSON text rather than a dict: Rasa deep-copies the events of a turn several times, which for a long
    conversation costs more than the turn, and text is never changed by accident.
    """
    return json.loads(kept) if kept else None
