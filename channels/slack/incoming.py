"""What Slack sends, read into one value: who says what and where; or nothing, when it is not for the assistant."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

Json = dict[str, Any]
MESSAGE, COMMAND, PRESS = "message", "command", "press"
SAY = "say"  # the action id of our buttons begins with it
VISIT = "visit"  # and of the button that asks how a visit went
_SUBTYPES = (None, "file_share", "thread_broadcast")  # all others tell of edits, deletes, joins, bots


@dataclass(frozen=True)
class Incoming:
    """`keys`: the same thing sent twice has one in common. `thread`: the time stamp of the thread's first message.

    `lane`: all of one person is worked on in order. `at`: Slack's time stamp, by which messages are ordered.
    """

    kind: str
    keys: tuple[str, ...]
    team: str
    channel: str
    user: str
    at: str
    text: str = ""
    thread: str | None = None
    direct: bool = False  # in the direct message with the assistant
    mentioned: bool = False
    bot: str = ""  # the user id of the assistant in this workspace, if the event says it
    more: str = "{}"  # JSON of what only this kind has

    @property
    def lane(self) -> str:
        return lane_of(self.team, self.user)

    @property
    def details(self) -> Json:
        return dict(json.loads(self.more))

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)


def lane_of(team: str, user: str) -> str:
    """Return the queue of a person: all that is theirs is worked on in order."""
    return f"{team}-{user}"


def from_json(text: str) -> Incoming:
    """Return what `to_json` wrote."""
    values = json.loads(text)
    return Incoming(**{**values, "keys": tuple(values["keys"])})


def team_of(body: Mapping[str, Any]) -> str | None:
    """Return the workspace that the request speaks of, or None: then it is about none (url_verification, ssl_check)."""
    team = body.get("team")
    return body.get("team_id") or (team.get("id") if isinstance(team, Mapping) else team) or _user_team(body)


def _user_team(body: Mapping[str, Any]) -> str | None:
    user = body.get("user")
    return user.get("team_id") if isinstance(user, Mapping) else None


def incoming(body: Mapping[str, Any], bot: str | None) -> Incoming | None:
    """Return what is to be worked on, None when nothing is. `bot`: the assistant's user id, when it is known."""
    if "command" in body:
        return _command(body)
    if body.get("type") == "block_actions":
        return _press(body)
    if body.get("type") == "event_callback":
        return _message(body, bot)
    return None


def _message(body: Mapping[str, Any], known: str | None) -> Incoming | None:
    event = body.get("event") or {}
    bot = known or next((one.get("user_id", "") for one in body.get("authorizations") or [] if one.get("is_bot")), "")
    if event.get("type") not in ("message", "app_mention") or not _by_a_person(event, bot):
        return None
    team, channel, at, text = body["team_id"], event["channel"], event["ts"], event.get("text") or ""
    direct = event.get("channel_type") == "im" or channel.startswith("D")
    mentioned = event["type"] == "app_mention" or bool(bot and f"<@{bot}" in text)
    thread = event.get("thread_ts")
    if not (direct or mentioned or thread):
        return None
    more = {"files": event.get("files") or [], "from": event.get("user_team") or event.get("source_team") or team}
    keys = [f"event {body['event_id']}", f"message {team} {channel} {at}"]
    if event.get("client_msg_id"):
        keys.append(f"client {team} {event['client_msg_id']} {at}")
    return Incoming(
        MESSAGE, tuple(keys), team, channel, event["user"], at, text, thread, direct, mentioned, bot,
        json.dumps(more, ensure_ascii=False),
    )  # fmt: skip


def _by_a_person(event: Mapping[str, Any], bot: str) -> bool:
    """Say whether somebody wrote it: no app, no edit, no deletion, no joining, and not the assistant itself."""
    if event.get("subtype") not in _SUBTYPES or event.get("bot_id") or event.get("hidden") or event.get("edited"):
        return False
    return bool(event.get("user") and event.get("channel") and event.get("ts")) and event["user"] != bot


def _command(body: Mapping[str, Any]) -> Incoming:
    team, channel, trigger = body["team_id"], body["channel_id"], body["trigger_id"]
    more = {"trigger_id": trigger, "response_url": body.get("response_url", "")}
    return Incoming(
        COMMAND, (f"trigger {trigger}",), team, channel, body["user_id"], _trigger_time(trigger),
        body.get("text") or "", direct=channel.startswith("D"), more=json.dumps(more),
    )  # fmt: skip


def _press(body: Mapping[str, Any]) -> Incoming | None:
    """A pressed button of ours. The buttons of one message act once for a person, whichever is pressed."""
    action = next(iter(body.get("actions") or []), {})
    if not str(action.get("action_id", "")).startswith((SAY, f"{VISIT}:")):
        return None
    container, message = body.get("container") or {}, body.get("message") or {}
    channel = container.get("channel_id") or (body.get("channel") or {}).get("id") or ""
    stamp = container.get("message_ts") or message.get("ts") or ""
    team = team_of(body) or ""
    more = {
        "value": action.get("value", ""), "label": (action.get("text") or {}).get("text", ""), "message": stamp,
        "blocks": message.get("blocks") or [], "said": message.get("text") or "", "block": action.get("block_id", ""),
        "action": action.get("action_id", ""),
        "response_url": body.get("response_url", ""), "ephemeral": bool(container.get("is_ephemeral")),
    }  # fmt: skip
    keys = (f"trigger {body['trigger_id']}", f"row {team} {channel} {stamp} {body['user']['id']}")
    return Incoming(
        PRESS, keys, team, channel, body["user"]["id"], action.get("action_ts") or "0",
        thread=message.get("thread_ts"), direct=channel.startswith("D"), more=json.dumps(more, ensure_ascii=False),
    )  # fmt: skip


def _trigger_time(trigger: str) -> str:
    """Return the second number of a trigger id, which grows with time; "0" where it has another form."""
    parts = trigger.split(".")
    return parts[0] if parts[0].isdigit() else "0"
