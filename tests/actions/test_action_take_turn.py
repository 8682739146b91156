"""The action: slot and message in, messages and slot out, and never an exception."""

from __future__ import annotations

import asyncio
import json
import threading
from datetime import date
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.action_take_turn import ActionTakeTurn, user_of
from coach.conversation.slot import state_in
from coach.handing import KEPT, LINKED, SENT, TOLD
from coach.today import today
from tests.waiting import COMES_S


def run(text: str | None, slot: Any = None) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    dispatcher = CollectingDispatcher()
    tracker = Tracker("me", {"coach_state": slot}, {"text": text}, [], False, None, {}, "action_listen")
    return asyncio.run(ActionTakeTurn().run(dispatcher, tracker, {})), dispatcher.messages


def test_messages_and_state(echo: object) -> None:
    events, messages = run("你好", json.dumps({"said": ["a"]}))
    assert [message["text"] for message in messages] == ["2: 你好", "2026-03-02"]
    (event,) = events
    assert event["name"] == "coach_state"
    assert state_in(event["value"]) == {"said": ["a", "你好"]}


@pytest.mark.parametrize(
    "text", [None, "", "x" * 50_000, "\x00", "\ud800"], ids=["none", "empty", "long", "zero", "half"]
)
def test_odd_text_is_taken(text: str | None, echo: object) -> None:
    events, messages = run(text)
    assert state_in(events[0]["value"]) == {"said": [text or ""]}
    assert len(messages) == 2


@pytest.mark.parametrize(("text", "slot"), [("boom", None), ("hello", "{broken"), ("hello", 7)])
def test_failure_is_said_and_state_stays(text: str, slot: Any, echo: object) -> None:
    events, messages = run(text, slot)
    assert events == []
    assert [message["response"] for message in messages] == ["utter_trouble"]


def test_state_that_is_no_json_is_a_failure(echo: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from coach.assistant import Turn

    monkeypatch.setattr(echo, "take_turn", lambda *args, **kwargs: Turn({"x": object()}, ("hi",)), raising=False)
    events, messages = run("hello")
    assert events == []
    assert messages[0]["response"] == "utter_trouble"


def test_failure_reaches_the_user_in_words(bot: Any, echo: object, sender: str) -> None:
    bot.say("hello", sender)
    (answer,) = bot.say("boom", sender)
    assert "请换个说法" in answer
    assert "other words" in answer
    assert bot.say("again", sender)[0] == "2: again"


def test_today_is_the_server_date_unless_fixed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COACH_TODAY", raising=False)
    assert today() == date.today()
    monkeypatch.setenv("COACH_TODAY", "2026-03-02")
    assert today() == date(2026, 3, 2)


@pytest.mark.parametrize(
    ("metadata", "user"),
    [
        ({"user": "ann@example.com"}, "ann@example.com"),
        (None, "me"),
        ({}, "me"),
        ({"user": ""}, "me"),
        ({"user": 7}, "me"),
    ],
)
def test_user_is_whom_the_channel_names(metadata: Any, user: str) -> None:
    assert user_of({"text": "x", "metadata": metadata}, "me") == user


def test_a_slow_turn_holds_up_no_other(echo: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from coach.assistant import Turn

    go_on = threading.Event()

    def take_turn(state: Any, text: str, **kwargs: Any) -> Turn:
        if text == "slow":
            assert go_on.wait(COMES_S)
        return Turn({}, (text,))

    monkeypatch.setattr(echo, "take_turn", take_turn, raising=False)

    async def both() -> list[str]:
        done: list[str] = []

        async def turn(text: str) -> None:
            tracker = Tracker(text, {}, {"text": text}, [], False, None, {}, "action_listen")
            await ActionTakeTurn().run(CollectingDispatcher(), tracker, {})
            done.append(text)

        slow = asyncio.create_task(turn("slow"))
        await asyncio.wait_for(turn("quick"), COMES_S / 2)
        go_on.set()
        await slow
        return done

    assert asyncio.run(both()) == ["quick", "slow"]


@pytest.mark.parametrize(
    ("channel", "files"), [("cmdline", KEPT), ("web", LINKED), ("slack", SENT), ("rest", TOLD), (None, TOLD)]
)
def test_a_folder_of_the_server_is_named_to_the_terminal_alone(
    channel: str | None, files: str, echo: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from coach.assistant import Turn

    taken: list[str] = []

    def take_turn(_state: Any, _text: str, **known: Any) -> Turn:
        taken.append(known["files"])
        return Turn({}, ())

    monkeypatch.setattr(echo, "take_turn", take_turn, raising=False)
    said = [{"event": "user", "input_channel": channel}]
    tracker = Tracker("me", {}, {"text": "save"}, said, False, None, {}, "action_listen")
    asyncio.run(ActionTakeTurn().run(CollectingDispatcher(), tracker, {}))
    assert taken == [files]
