"""Which events of a conversation are kept."""

from __future__ import annotations

import pytest
from rasa.shared.core.events import ActionExecuted, BotUttered, Event, SessionStarted, SlotSet, UserUttered

from server.recent_events import recent

START: list[Event] = [ActionExecuted("action_session_start"), SessionStarted(), ActionExecuted("action_listen")]


def turn(text: str) -> list[Event]:
    return [
        UserUttered(text), ActionExecuted("action_take_turn"), BotUttered(text), SlotSet("coach_state", "{}"),
        ActionExecuted("action_listen"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("events", "kept"),
    [
        ([], []),
        (START, ["listen"]),
        (START + turn("a"), ["listen", "a", "turn", "bot", "listen"]),
        (START + turn("a") + turn("b"), ["listen", *["a", "turn", "bot", "listen"], *["b", "turn", "bot", "listen"]]),
        (turn("a") + turn("b") + turn("c"), ["listen", "b", "turn", "bot", "listen", "c", "turn", "bot", "listen"]),
        (turn("a") + turn("b"), ["a", "turn", "bot", "listen", "b", "turn", "bot", "listen"]),
    ],
)
def test_recent(events: list[Event], kept: list[str]) -> None:
    def name(event: Event) -> str:
        if isinstance(event, ActionExecuted):
            return str(event.action_name).rpartition("_")[2]
        return event.text if isinstance(event, UserUttered) else "bot"  # type: ignore[return-value]

    assert [name(event) for event in recent(events)] == kept
