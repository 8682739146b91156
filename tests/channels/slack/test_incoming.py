"""Which events are for the assistant, and by what the same thing is known again."""

from __future__ import annotations

from typing import Any

import pytest

from channels.slack.incoming import COMMAND, MESSAGE, PRESS, from_json, incoming, team_of
from tests.channels.slack import payloads
from tests.channels.slack.payloads import callback, message

BOT = "UBOTONE"


def in_channel(text: str, **more: Any) -> dict[str, Any]:
    return message(text, channel="C1", kind="channel", **more)


@pytest.mark.parametrize(
    "body",
    [
        message("hi", bot_id="B1"),
        message("hi", user=BOT),
        message("hi", subtype="bot_message"),
        message("hi", subtype="message_changed", message={"text": "x"}),
        message("hi", subtype="message_deleted", deleted_ts="1.2"),
        message("hi", subtype="channel_join"),
        message("hi", subtype="channel_topic"),
        message("hi", subtype="me_message"),
        message("hi", subtype="assistant_app_thread"),
        message("hi", hidden=True),
        message("hi", edited={"user": "U1", "ts": "1.2"}),
        in_channel("hi all"),
        callback({"type": "reaction_added", "user": "U1", "reaction": "ok"}),
        callback({"type": "app_home_opened", "user": "U1", "tab": "home", "channel": "D1"}),
        {"type": "view_submission", "team": {"id": "TONE"}},
        {"type": "block_actions", "team": {"id": "TONE"}, "actions": [{"action_id": "other"}]},
        {"type": "event_callback", "team_id": "TONE"},
        {},
    ],
)
def test_not_for_the_assistant(body: dict[str, Any]) -> None:
    assert incoming(body, BOT) is None


@pytest.mark.parametrize(
    ("body", "direct", "mentioned", "thread"),
    [
        (message("hi"), True, False, None),
        (message("hi", thread="1.1"), True, False, "1.1"),
        (message("", subtype="file_share", files=[{"id": "F1"}]), True, False, None),
        (in_channel(f"<@{BOT}> hi"), False, True, None),
        (in_channel("in a thread", thread="1.1"), False, False, "1.1"),
        (in_channel(f"<@{BOT}> hi", type="app_mention", channel_type=None), False, True, None),
        (message("hi", channel="G1", kind="mpim", thread="1.1"), False, False, "1.1"),
    ],
)
def test_for_the_assistant(body: dict[str, Any], direct: bool, mentioned: bool, thread: str | None) -> None:
    found = incoming(body, BOT)
    assert found is not None
    assert (found.kind, found.direct, found.mentioned, found.thread) == (MESSAGE, direct, mentioned, thread)
    assert from_json(found.to_json()) == found


def test_bot_is_known_from_the_event_when_slack_could_not_be_asked() -> None:
    found = incoming(in_channel(f"<@{BOT}> hi"), None)
    assert found is not None
    assert found.bot == BOT


def test_mention_and_message_of_one_text_share_a_key() -> None:
    one, two = in_channel(f"<@{BOT}> hi", at="7.1"), in_channel(f"<@{BOT}> hi", at="7.1", type="app_mention")
    first, second = incoming(one, BOT), incoming(two, BOT)
    assert first is not None
    assert second is not None
    assert set(first.keys) & set(second.keys) == {"message TONE C1 7.1"}


def test_command() -> None:
    found = incoming(payloads.command("brief Acme", channel="C1"), BOT)
    assert found is not None
    assert (found.kind, found.text, found.direct, found.lane) == (COMMAND, "brief Acme", False, "TONE-U1")


def test_press() -> None:
    button = {"type": "button", "action_id": "say:0", "text": {"type": "plain_text", "text": "Hint"}, "value": "{}"}
    said = {"ts": "9.1", "text": "x", "blocks": [{"type": "actions", "block_id": "choices:1:0", "elements": [button]}]}
    found = incoming(payloads.press(button, said), BOT)
    assert found is not None
    assert (found.kind, found.details["label"]) == (PRESS, "Hint")


@pytest.mark.parametrize(
    ("body", "team"),
    [
        ({"team_id": "T1"}, "T1"),
        ({"team": {"id": "T1"}}, "T1"),
        ({"team": None, "user": {"team_id": "T2"}}, "T2"),
        ({"type": "url_verification"}, None),
    ],
)
def test_team(body: dict[str, Any], team: str | None) -> None:
    assert team_of(body) == team
