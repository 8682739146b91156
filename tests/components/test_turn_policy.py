"""The rule decides on every intent, also on the two that Rasa keeps for itself."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize("text", ["restart", "back", "stop", "hello"])
def test_every_message_takes_a_turn(text: str, bot: Any, echo: object, sender: str) -> None:
    bot.say("first", sender)
    assert bot.say(text, sender)[0] == f"2: {text}"


def test_conversation_listens_after_a_turn(bot: Any, echo: object, sender: str) -> None:
    bot.say("hello", sender)
    assert bot.tracker(sender).latest_action_name == "action_listen"
