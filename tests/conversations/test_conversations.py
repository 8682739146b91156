"""Plays the conversations beside this file, <lang>/<name>.yml, through the whole bot.

A conversation is a list of turns: what the user types, words that must and words that must not be in the answer:
    - user: 你好
      bot_contains: [欢迎]
      bot_lacks: [Traceback]
Each answer must also fit into Slack's messages, with the quick replies that are offered beside it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from channels.slack.blocks import Choice
from coach.assistant import shared_assistant
from coach.conversation.slot import SLOT, state_in
from coach.conversation.state import from_json
from coach.view.choices import choices
from tests.channels.slack.fitting import faults_of_answer
from tests.yaml_files import held

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*/*.yml"))
FIELDS = {"user", "bot_contains", "bot_lacks"}
TODAY = "2026-03-02"  # a Monday


def faults(turn: dict[str, Any], answer: str) -> list[str]:
    """Return what is wrong with the answer to one turn."""
    if not set(turn) <= FIELDS or "user" not in turn:
        return [f"fields must be among {sorted(FIELDS)}, with user"]
    missing = [f"lacks '{words}'" for words in turn.get("bot_contains", []) if words not in answer]
    unwanted = [f"contains '{words}'" for words in turn.get("bot_lacks", []) if words in answer]
    return ([] if answer.strip() else ["no answer"]) + missing + unwanted


def offered(tracker: Any) -> list[Choice]:
    """Return the quick replies that fit where the conversation is now."""
    state = from_json(state_in(tracker.get_slot(SLOT)))
    return [Choice(one["say"], one["send"]) for one in choices(state, state.lang, shared_assistant().tools)]


@pytest.mark.parametrize("path", FILES, ids=[f"{path.parent.name}/{path.stem}" for path in FILES])
def test_conversation(path: Path, bot: Any, sender: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_TODAY", TODAY)
    for number, turn in enumerate(held(path), start=1):
        messages = bot.say(turn.get("user"), sender)
        answer = "\n".join(messages)
        found = faults(turn, answer) + faults_of_answer(messages, offered(bot.tracker(sender)))
        assert not found, f"{path.name}, turn {number}, {turn.get('user')!r}: {found}\nanswer was:\n{answer}"


@pytest.mark.parametrize(
    ("turn", "answer", "count"),
    [
        ({"user": "a", "bot_contains": ["x"]}, "x y", 0),
        ({"user": "a", "bot_contains": ["z"], "bot_lacks": ["y"]}, "x y", 2),
        ({"user": "a"}, "  ", 1),
        ({"user": "a", "bot_contain": ["x"]}, "x", 1),
        ({"bot_contains": ["x"]}, "x", 1),
    ],
)
def test_faults(turn: dict[str, Any], answer: str, count: int) -> None:
    assert len(faults(turn, answer)) == count
