"""What the NLU component attaches to a message."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from rasa.shared.nlu.training_data.message import Message

import components.coach_reader
from coach.interview.step import MAX_LENGTH
from components.coach_reader import CoachReader, without_intent_prefix


def parsed(text: str | None) -> dict[str, Any]:
    (message,) = CoachReader().process([Message({"text": text})])
    return message.as_dict(only_output_properties=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/stop", "stop"),
        ("//stop", "stop"),
        (" / /stop", "stop"),
        ("/", ""),
        ("", ""),
        ("A/B 测试", "A/B 测试"),
        ('/stop{"a": 1}', 'stop{"a": 1}'),
    ],
)
def test_leading_slash_goes(text: str, expected: str) -> None:
    assert without_intent_prefix(text) == expected


def test_verdict_becomes_intent_ranking_and_evidence(echo: object) -> None:
    data = parsed("stop")
    assert data["intent"] == {"name": "stop", "confidence": 0.9}
    assert [entry["name"] for entry in data["intent_ranking"]] == ["stop", "help"]
    assert list(data["evidence"]) == [{"rule": "echo", "start": 0, "end": 4, "text": "stop"}]
    assert data["text"] == "stop"


@pytest.mark.parametrize(
    "text", [None, "", "   ", "很" * (MAX_LENGTH + 1), "x" * 50_000], ids=["none", "empty", "blank", "long", "longest"]
)
def test_empty_and_very_long_text_is_content_and_not_read(text: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(components.coach_reader, "shared_assistant", lambda: pytest.fail("was read"))
    assert parsed(text)["intent"] == {"name": "content", "confidence": 1.0}


def test_real_assistant_reads_content() -> None:
    assert parsed("客户说价格太高,还要考虑维护成本")["intent"]["name"] == "content"


@pytest.mark.parametrize("text", ["/stop", "/restart", '/content{"coach_state": "x"}', "/EXTERNAL: stop"])
def test_rasa_takes_no_intent_from_a_slash(text: str, bot: Any, echo: object) -> None:
    data = asyncio.run(bot.loaded.agent.parse_message(text))
    assert data["evidence"], "the verdict is the coach's"
    assert data["entities"] == []
