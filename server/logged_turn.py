"""Reads the last turn of a conversation from its events, as the log keeps it."""

from __future__ import annotations

from typing import Any

from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from coach.accounts.names import name_key
from coach.conversation.slot import SLOT, state_in
from coach.text.normalize import whole_characters
from server.messages import Turn

LONGEST = 100_000  # characters: what is longer was refused by the assistant, and would only fill the file


def logged_turn(tracker: DialogueStateTracker) -> Turn | None:
    """Return the last turn; None when nothing was said yet."""
    said: list[str] = []
    for event in reversed(tracker.events):
        if isinstance(event, BotUttered) and event.text:
            said.insert(0, event.text)
        elif isinstance(event, UserUttered):
            return _turn(tracker, event, said)
    return None


def _turn(tracker: DialogueStateTracker, message: UserUttered, said: list[str]) -> Turn:
    state = _state(tracker.get_slot(SLOT))
    interview = state.get("interview") or {}
    return Turn(
        conversation=tracker.sender_id,
        id=message.message_id or "",
        you=_cut(whole_characters(message.text or "")),
        said=tuple(map(whole_characters, said)),
        at=message.timestamp,
        mode=state.get("mode", "interview"),
        lang=interview.get("lang", "zh"),
        user=(message.metadata or {}).get("user") or tracker.sender_id,
        account=name_key(interview["account"]) if interview.get("account") else None,
        forgot=state.get("forgot") is True,
        took_back=state.get("took_back"),
    )


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def _state(kept: str | None) -> dict[str, Any]:
    state = state_in(kept)
    return state if isinstance(state, dict) else {}
