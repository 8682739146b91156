"""Signed messages in, answers out: the real server process, Slack played by the stand-in."""

from __future__ import annotations

from tests.channels.slack import payloads
from tests.channels.slack.conftest import Workspace


def test_message_is_answered_in_the_direct_message(workspace: Workspace) -> None:
    answer = workspace.ask("客户是一家工厂,想换灯", "DU10")
    assert answer
    (call,) = [c for c in workspace.slack.done("chat.postMessage") if c.arguments["channel"] == "DU10"]
    assert call.team == "TONE"
    assert call.arguments["text"]
    assert call.arguments["unfurl_links"] == "false"


def test_second_workspace_has_its_own_token(workspace: Workspace) -> None:
    workspace.send(payloads.message("你好", user="U20", team="TTWO", channel="DU20"))
    call = workspace.slack.wait(
        lambda: [c for c in workspace.slack.done("chat.postMessage") if c.arguments["channel"] == "DU20"]
    )[0]
    assert call.team == "TTWO"
