"""One turn of a conversation through Rasa, taken once even when the process ended in the middle of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from channels.slack.blocks import Choice
from channels.slack.desk import Desk
from channels.slack.people import Speaker
from coach.conversation.slot import SLOT, state_in
from coach.conversation.state import DRILL, INTERVIEW, REHEARSAL
from coach.privacy.anew import mark_due
from coach.privacy.states import FORGOT
from coach.text.language import language_of
from coach.view.choices import choices as fitting
from coach.view.state import conversation_in

CHANNEL = "slack"
_PRACTISE = ("rehearse", "scenarios", "drill")  # requests that speak of no customer
_CHOOSING = ("scenario", "drill")  # what is asked for after one of them
State = dict[str, Any]


@dataclass(frozen=True)
class Said:
    """What the assistant said, and the conversation after it."""

    texts: tuple[str, ...]
    state: State | None


def sender_of(team: str, channel: str, thread: str | None = None) -> str:
    """Return the name of a conversation."""
    return "-".join(filter(None, ["slack", team, channel, thread]))


async def state_of(sender: str, desk: Desk) -> State | None:
    """Return the conversation's state, None when there is none yet."""
    return _state(await desk.tracker(sender))


async def take_turn(text: str, sender: str, who: Speaker, key: str, desk: Desk, *, again: bool) -> Said:
    """Let the assistant answer. `key` names the turn: with `again` it is looked up first whether it was taken."""
    from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

    said = _taken(await desk.tracker(sender), key) if again else None
    if said is None:
        collected = CollectingOutputChannel()
        metadata = {"user": who.user, "zone": who.tz or ""}
        await desk.turn(UserMessage(text, collected, sender, input_channel=CHANNEL, message_id=key, metadata=metadata))
        texts = tuple(message["text"] for message in collected.messages if message.get("text"))
        said = Said(texts, await state_of(sender, desk))
    if (said.state or {}).get(FORGOT):
        mark_due(desk.store.path)  # once the answer, which names them, is sent, no byte of it stays
    return said


def _taken(tracker: Any, key: str) -> Said | None:
    """Return what was said in the turn `key`, None when it was not taken."""
    texts: list[str] = []
    found = False
    for event in tracker.events if tracker else ():
        kind = event.type_name
        if kind == "user":
            if found:
                break
            found = event.message_id == key
        elif kind == "bot" and found and event.text:
            texts.append(event.text)
    return Said(tuple(texts), _state(tracker)) if found else None


def _state(tracker: Any) -> State | None:
    return state_in(tracker.get_slot(SLOT) if tracker else None)


def lang_of(state: State | None, default: str) -> str:
    """Return the language in which the conversation is held."""
    return str(((state or {}).get("interview") or {}).get("lang") or default)


def language_for(who: Speaker, text: str) -> str:
    """Return the language of a person: Slack's setting, else that of the text."""
    return who.lang or language_of(text)


def is_played(state: State | None) -> bool:
    """Say whether a rehearsal or a drill is on."""
    return (state or {}).get("mode") in (REHEARSAL, DRILL)


def is_under_way(state: State | None) -> bool:
    """Say whether something is on that takes every message for its own: a practice, the questions on a visit."""
    return (state or {}).get("mode", INTERVIEW) != INTERVIEW


def is_practice(state: State | None) -> bool:
    """Say whether a rehearsal or a drill is on, or is being chosen: that may be seen by others."""
    return is_played(state) or (state or {}).get("asking") in _CHOOSING


def wants_practice(text: str, desk: Desk) -> bool:
    """Say whether `text` asks for a rehearsal or a drill."""
    request = desk.assistant.tools.requests.read(text)
    return request is not None and request.id in _PRACTISE


def choices(state: State | None, lang: str, desk: Desk, said: Sequence[str]) -> Sequence[Choice]:
    """Return the quick replies that fit below what was `said`."""
    conversation = conversation_in(state)
    conversation.interview = replace(conversation.interview, lang=lang)
    return [Choice(one["say"], one["send"]) for one in fitting(conversation, lang, desk.assistant.tools, said)]
