"""Picks the events of a conversation that are worth keeping."""

from __future__ import annotations

from collections.abc import Sequence

from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME
from rasa.shared.core.events import ActionExecuted, Event, SessionStarted, SlotSet, UserUttered

TURNS = 2  # the last turn, and one more for whoever looks into the file


def recent(events: Sequence[Event], turns: int = TURNS) -> list[Event]:
    """Return the events of the last `turns` messages, without slots, which are kept beside them.

    The listening before the first message stays: Rasa's rules look at what was done before a message. A session start
    goes: replayed after the slots, it would empty them.
    """
    starts = [i for i, event in enumerate(events) if isinstance(event, UserUttered)]
    first = starts[-turns] if len(starts) >= turns else 0
    if first and _is_action(events[first - 1], ACTION_LISTEN_NAME):
        first -= 1
    return [event for event in events[first:] if not _starts_session(event) and not isinstance(event, SlotSet)]


def without_messages() -> list[Event]:
    """Return all that Rasa needs of what was before a message: that it was waiting for one."""
    return [ActionExecuted(ACTION_LISTEN_NAME)]


def _starts_session(event: Event) -> bool:
    return isinstance(event, SessionStarted) or _is_action(event, ACTION_SESSION_START_NAME)


def _is_action(event: Event, name: str) -> bool:
    return isinstance(event, ActionExecuted) and event.action_name == name
