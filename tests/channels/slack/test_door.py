"""What comes in from outside: refused, acknowledged, or taken once."""

from __future__ import annotations

import json
import sqlite3
import time
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest

from tests.channels.slack import payloads
from tests.channels.slack.conftest import Workspace
from tests.channels.slack.payloads import command, message, send, signed
from tests.waiting import COMES_S

EVENTS = "/slack/events"


def answers(workspace: Workspace, channel: str) -> int:
    return len(workspace.slack.said(channel=channel))


def settled(workspace: Workspace, channel: str, count: int) -> bool:
    """Say whether there are `count` answers, and none on its way."""
    workspace.settled()
    return answers(workspace, channel) == count


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ({"secret": "another"}, 401),
        ({"at": -301}, 401),
        ({"at": 301 + 60}, 401),
        ({"headers": {"X-Slack-Signature": ""}}, 401),
        ({"headers": {"X-Slack-Signature": "v0=00"}}, 401),
        ({"headers": {"X-Slack-Request-Timestamp": "yesterday"}}, 401),
        ({"headers": {"X-Slack-Request-Timestamp": "1e9"}}, 401),
        ({"at": -200}, 200),
    ],
)
def test_signature_and_time(workspace: Workspace, more: dict[str, Any], status: int) -> None:
    body = message("hi", user="U90", channel="DU90", subtype="channel_topic")
    if "at" in more:
        more = {**more, "at": time.time() + more["at"]}
    assert send(workspace.server.url, body, **more).status_code == status


def test_what_is_unsigned_is_never_read(workspace: Workspace) -> None:
    for content in (b"", b"{", b"\xff\xfe", b"x" * 500_000):
        assert httpx.post(workspace.server.url + EVENTS, content=content, timeout=COMES_S).status_code == 401


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("{", "application/json"),
        ("[]", "application/json"),
        ('"x"', "application/json"),
        ("payload=%7B", "application/x-www-form-urlencoded"),
        (
            json.dumps({"type": "event_callback", "team_id": "TONE", "event": {"type": "message", "user": "U1"}}),
            "application/json",
        ),
        (json.dumps({"type": "event_callback", "team_id": "TONE", "event": "x"}), "application/json"),
        (urlencode({"command": "/coach", "team_id": "TONE"}), "application/x-www-form-urlencoded"),
    ],
)
def test_signed_and_of_no_known_form(workspace: Workspace, content: str, kind: str) -> None:
    headers = {"Content-Type": kind, **signed(content)}
    answer = httpx.post(workspace.server.url + EVENTS, content=content, headers=headers, timeout=COMES_S)
    assert answer.status_code in (200, 400, 403, 404)
    assert workspace.ask("你好", "DU91")


def test_url_verification(workspace: Workspace) -> None:
    answer = send(workspace.server.url, {"token": "x", "challenge": "3eZbrw1aB10HV7", "type": "url_verification"})
    assert answer.status_code == 200
    assert answer.json() == {"challenge": "3eZbrw1aB10HV7"}


def test_ssl_check(workspace: Workspace) -> None:
    content = urlencode({"ssl_check": "1", "token": "x"})
    headers = {"Content-Type": "application/x-www-form-urlencoded", **signed(content)}
    answer = httpx.post(workspace.server.url + EVENTS, content=content, headers=headers, timeout=COMES_S)
    assert answer.status_code == 200


@pytest.mark.parametrize(
    "body",
    [
        message("hi", team="TEVIL", user="U92", channel="DU92"),
        command("help", team="TEVIL", user="U92", channel="DU92"),
        {"type": "event_callback", "event": {"type": "message"}},
    ],
)
def test_another_workspace_is_refused(workspace: Workspace, body: dict[str, Any]) -> None:
    answer = send(workspace.server.url, body)
    assert answer.status_code == 403
    assert answer.headers["x-slack-no-retry"] == "1"
    assert answers(workspace, "DU92") == 0


def test_retries_act_once(workspace: Workspace) -> None:
    body = message("客户是一家工厂", user="U93", channel="DU93")
    for retry in range(4):
        assert send(workspace.server.url, body, retry=retry).status_code == 200
    assert settled(workspace, "DU93", 1)


def test_same_message_in_two_events_acts_once(workspace: Workspace) -> None:
    bodies = [message("客户是一家工厂", user="U94", channel="DU94", at="1772430500.000100") for _ in range(2)]
    assert bodies[0]["event_id"] != bodies[1]["event_id"]
    for body in bodies:
        send(workspace.server.url, body)
    assert settled(workspace, "DU94", 1)


def test_doubled_command_acts_once(workspace: Workspace) -> None:
    body = command("help", user="U95", channel="D95")
    assert [send(workspace.server.url, body).status_code for _ in range(2)] == [200, 200]
    assert settled(workspace, "D95", 1)


def test_older_message_that_comes_late_is_answered_with_what_it_was(workspace: Workspace) -> None:
    workspace.ask("客户是一家灯具工厂", "DU96", at="1772430700.000100")
    late = workspace.ask("你好,在吗", "DU96", at="1772430600.000100")
    assert late.startswith("这条是回复您先前的消息：“你好,在吗”")


def test_messages_at_once_are_answered_in_order(workspace: Workspace) -> None:
    for text in ("演练 1", "您好，请问贵公司现在用什么灯？", "停", "帮助"):
        workspace.send(message(text, user="U97", channel="DU97"))
    said = workspace.slack.wait(lambda: len(found := workspace.slack.said(channel="DU97")) == 4 and found)
    assert "停" in said[2] or "演练" in said[2]
    rows = sqlite3.connect(workspace.home / "slack.db")
    assert rows.execute("SELECT turns FROM talks WHERE sender = 'slack-TONE-DU97'").fetchone() == (4,)
    rows.close()


@pytest.mark.parametrize("path", ["/slack/events", "/slack/commands", "/slack/interactivity"])
def test_commands_come_by_any_of_the_paths(workspace: Workspace, path: str) -> None:
    user = f"U98{len(path)}"
    assert send(workspace.server.url, command("help", user=user, channel=f"D{user[1:]}"), path=path).status_code == 200
    assert settled(workspace, f"D{user[1:]}", 1)


def test_other_events_are_acknowledged_without_an_answer(workspace: Workspace) -> None:
    for inside in (
        {"type": "message", "subtype": "channel_join", "user": "U99", "channel": "DU99", "ts": "1.1"},
        {"type": "app_mention", "bot_id": "B9", "user": "U99", "channel": "C1", "ts": "1.2", "text": "<@UBOTONE>"},
        {"type": "reaction_added", "user": "U99"},
    ):
        assert send(workspace.server.url, payloads.callback(inside)).status_code in (200, 404)
    assert settled(workspace, "DU99", 0)


def test_nothing_is_kept_of_what_was_answered(workspace: Workspace) -> None:
    workspace.ask("客户叫蓝鲸照明", "DU89")
    workspace.settled()
    names = [path for path in workspace.home.iterdir() if path.name.startswith("slack.db")]
    assert names
    assert all(path.stat().st_mode & 0o077 == 0 for path in names)


def test_no_token_and_no_word_in_the_log(workspace: Workspace) -> None:
    log = workspace.home / "server.log"
    text = log.read_text(encoding="utf-8") if log.exists() else ""
    assert "xoxb" not in text
    assert "蓝鲸" not in text
    assert "@example.com" not in text.casefold()
