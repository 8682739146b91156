"""Takes one turn: the state in the slot and the message go to the coach, its messages go to the user."""

from __future__ import annotations

import json
import logging
import os
from datetime import date
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from coach.anonymous import mark_of, places_of
from coach.assistant import State, shared_assistant

STATE = "coach_state"
logger = logging.getLogger(__name__)


class ActionTakeTurn(Action):
    """Never raises: a failure is logged, the user gets `utter_trouble`, the state stays."""

    def name(self) -> str:
        return "action_take_turn"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        """Return the event that keeps the new state; the messages are with the dispatcher."""
        try:
            message = tracker.latest_message or {}
            text, user = message.get("text") or "", (message.get("metadata") or {}).get("user") or tracker.sender_id
            state = state_in(tracker.get_slot(STATE))
            turn = shared_assistant().take_turn(state, text, today=today(), user=user)
            kept = json.dumps(turn.state, ensure_ascii=False)
        except Exception as error:
            logger.error("turn.failed sender=%s %s", mark_of(tracker.sender_id), places_of(error))
            dispatcher.utter_message(response="utter_trouble")
            return []
        for message in turn.messages:
            dispatcher.utter_message(text=message)
        return [SlotSet(STATE, kept)]


def state_in(slot: str | None) -> State | None:
    """Return the state kept in the slot, None at the start.

    JSON text rather than a dict: Rasa deep-copies the events of a turn several times, which for a long
    conversation costs more than the turn, and text is never changed by accident.
    """
    return json.loads(slot) if slot else None


def today() -> date:
    """Return the server's date, or COACH_TODAY (YYYY-MM-DD) where a test needs a fixed one."""
    fixed = os.environ.get("COACH_TODAY")
    return date.fromisoformat(fixed) if fixed else date.today()
