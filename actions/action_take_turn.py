"""Takes one turn: the state in the slot and the message go to the coach, its messages go to the user.

The coach works in a thread, so that a slow turn holds up nobody else; Rasa's lock keeps a conversation in order.
"""

from __future__ import annotations

import asyncio
import json
import logging
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache, partial
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from coach.anonymous import mark_of, places_of
from coach.assistant import shared_assistant
from coach.conversation.slot import SLOT, state_in
from coach.handing import KEPT, LINKED, SENT, TOLD
from coach.today import today

GREETING = ("cmdline", "web")  # channels that greet, and so tell themselves of visits that have passed
# how files reach whoever speaks there; in all other channels, REST among them, nobody can look into a folder of ours
FILES = {"cmdline": KEPT, "web": LINKED, "slack": SENT}
THREADS = 16  # turns at once; a thread is made only when all others are busy
logger = logging.getLogger(__name__)


class ActionTakeTurn(Action):
    """Never raises: a failure is logged, the user gets `utter_trouble`, the state stays."""

    def name(self) -> str:
        return "action_take_turn"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Return the event that keeps the new state; the messages are with the dispatcher."""
        message = tracker.latest_message or {}
        slot, text, user = tracker.get_slot(SLOT), message.get("text") or "", user_of(message, tracker.sender_id)
        channel = tracker.get_latest_input_channel() or ""
        known = {
            "zone": zone_in(message), "ask_after_visits": channel not in GREETING, "files": FILES.get(channel, TOLD),
        }  # fmt: skip
        turn = partial(take_turn, slot, text, user, **known)
        try:
            said, kept = await asyncio.get_running_loop().run_in_executor(_threads(), turn)
        except Exception as error:
            logger.error("turn.failed sender=%s %s", mark_of(tracker.sender_id), places_of(error))
            dispatcher.utter_message(response="utter_trouble")
            return []
        for line in said:
            dispatcher.utter_message(text=line)
        return [SlotSet(SLOT, kept)]


def take_turn(
    slot: str | None, text: str, user: str, *, zone: str = "", ask_after_visits: bool = True, files: str = KEPT
) -> tuple[tuple[str, ...], str]:
    """Return the messages of a turn, and what the slot holds after it."""
    turn = shared_assistant().take_turn(
        state_in(slot), text, today=today(zone), user=user, zone=zone, ask_after_visits=ask_after_visits, files=files
    )
    return turn.messages, json.dumps(turn.state, ensure_ascii=False)


def user_of(message: dict[str, Any], sender: str) -> str:
    """Return whose account book the turn is about: whom the channel names, else whom the conversation is with.

    Only our own channels put `user` into the metadata of a message; from outside nobody can (channels/rest.py).
    """
    named = (message.get("metadata") or {}).get("user")
    return named if isinstance(named, str) and named else sender


def zone_in(message: dict[str, Any]) -> str:
    """Return the time zone of whoever speaks, "" where the channel does not know it."""
    named = (message.get("metadata") or {}).get("zone")
    return named if isinstance(named, str) else ""


@lru_cache(maxsize=1)
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(THREADS, "turn")
