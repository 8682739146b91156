"""What Slack sends, as it sends it: JSON events, form-encoded commands and interactions, all really signed."""

from __future__ import annotations

import hashlib
import hmac
import itertools
import json
import time
from typing import Any
from urllib.parse import urlencode

import httpx

from tests.waiting import COMES_S

SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
_numbers = itertools.count(1)


def signed(body: str, *, secret: str = SECRET, at: float | None = None) -> dict[str, str]:
    """Return the headers that Slack puts beside a body."""
    stamp = str(int(time.time() if at is None else at))
    digest = hmac.new(secret.encode(), f"v0:{stamp}:{body}".encode(), hashlib.sha256).hexdigest()
    return {
        "X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={digest}",
        "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
    }  # fmt: skip


def event(body: dict[str, Any]) -> tuple[str, str]:
    """Return body and content type of an event."""
    return json.dumps(body), "application/json"


def message(
    text: str,
    *,
    user: str = "U1",
    team: str = "TONE",
    channel: str = "DU1",
    kind: str = "im",
    at: str | None = None,
    thread: str | None = None,
    event_id: str | None = None,
    **more: Any,
) -> dict[str, Any]:
    """Return an event of the type `message`."""
    number = next(_numbers)
    said: dict[str, Any] = {
        "client_msg_id": f"00000000-0000-4000-8000-{number:012d}", "type": "message", "text": text, "user": user,
        "ts": at or f"{1_772_430_000 + number}.000{number % 1000:03d}", "team": team, "channel": channel,
        "event_ts": at or f"{1_772_430_000 + number}.000200", "channel_type": kind,
        "blocks": [{"type": "rich_text", "block_id": "b1", "elements": []}],
    }  # fmt: skip
    if thread:
        said |= {"thread_ts": thread, "parent_user_id": "UBOTONE"}
    said |= more
    return callback({key: value for key, value in said.items() if value is not None}, team, event_id)


def callback(inside: dict[str, Any], team: str = "TONE", event_id: str | None = None) -> dict[str, Any]:
    """Return the envelope of an event."""
    return {
        "token": "XXYYZZ", "team_id": team, "context_team_id": team, "context_enterprise_id": None,
        "api_app_id": "A1", "event": inside, "type": "event_callback", "event_id": event_id or f"Ev{next(_numbers):08d}",
        "event_time": 1_772_430_000, "is_ext_shared_channel": False, "event_context": "4-xyz",
        "authorizations": [
            {"enterprise_id": None, "team_id": team, "user_id": f"UBOT{team[1:]}", "is_bot": True, "is_enterprise_install": False}
        ],
    }  # fmt: skip


def command(text: str, *, user: str = "U1", team: str = "TONE", channel: str = "D1", **more: str) -> dict[str, str]:
    """Return the fields of a slash command."""
    number = next(_numbers)
    return {
        "token": "XXYYZZ", "team_id": team, "team_domain": "example", "channel_id": channel,
        "channel_name": "directmessage", "user_id": user, "user_name": "steve", "command": "/coach", "text": text,
        "api_app_id": "A1", "is_enterprise_install": "false", "response_url": "https://hooks.slack.com/commands/1234/5678",
        "trigger_id": f"{13_345_224_609_000 + number}.738474920.8088930838d88f008e0", **more,
    }  # fmt: skip


def press(
    button: dict[str, Any], said: dict[str, Any], *, user: str = "U1", team: str = "TONE", channel: str = "DU1"
) -> dict[str, Any]:
    """Return the payload of a pressed button of the message `said` (ts, text, blocks, maybe thread_ts)."""
    number = next(_numbers)
    block = next(b for b in said["blocks"] if button in b.get("elements", []))
    return {
        "type": "block_actions", "user": {"id": user, "username": "steve", "name": "steve", "team_id": team},
        "api_app_id": "A1", "token": "XXYYZZ", "container": {
            "type": "message", "message_ts": said["ts"], "channel_id": channel, "is_ephemeral": False,
        },
        "trigger_id": f"{23_345_224_609_000 + number}.738474920.8088930838d88f008e0",
        "team": {"id": team, "domain": "example"}, "enterprise": None, "is_enterprise_install": False,
        "channel": {"id": channel, "name": "directmessage"},
        "message": {
            "user": f"UBOT{team[1:]}", "type": "message", "ts": said["ts"], "bot_id": "B1", "app_id": "A1", "team": team,
            "text": said["text"], "blocks": said["blocks"],
            **({"thread_ts": said["thread_ts"]} if "thread_ts" in said else {}),
        },
        "state": {"values": {}}, "response_url": "https://hooks.slack.com/actions/1234/5678",
        "actions": [
            {
                "action_id": button["action_id"], "block_id": block.get("block_id", "x"), "text": button["text"],
                "value": button["value"], "type": "button", "action_ts": f"{1_772_440_000 + number}.000100",
            }
        ],
    }  # fmt: skip


def send(
    url: str,
    body: dict[str, Any],
    *,
    path: str = "/slack/events",
    retry: int = 0,
    secret: str = SECRET,
    at: float | None = None,
    headers: dict[str, str] | None = None,
) -> httpx.Response:
    """Send it as Slack does: commands form-encoded, interactions as JSON in the field `payload`, events as JSON."""
    if "command" in body:
        text, kind = urlencode(body), "application/x-www-form-urlencoded"
    elif body.get("type") in ("block_actions", "view_submission", "view_closed", "shortcut"):
        text, kind = urlencode({"payload": json.dumps(body)}), "application/x-www-form-urlencoded"
    else:
        text, kind = event(body)
    given = {"Content-Type": kind, **signed(text, secret=secret, at=at), **(headers or {})}
    if retry:
        given |= {"X-Slack-Retry-Num": str(retry), "X-Slack-Retry-Reason": "http_timeout"}
    return httpx.post(f"{url}{path}", content=text.encode(), headers=given, timeout=COMES_S)
