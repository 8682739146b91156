"""Socket Mode: the same over a connection that the server opens, and opens again."""

from __future__ import annotations

from pathlib import Path

import httpx

from tests.channels.slack.conftest import settled
from tests.channels.slack.payloads import command, message
from tests.channels.slack.standin import StandIn
from tests.server.forking import serving
from tests.waiting import COMES_S

MODE = {"SLACK_APP_TOKEN": "xapp-1-A1-x", "SLACK_BOT_TOKEN": "xoxb-one"}


def test_events_and_commands_over_the_socket(tmp_path: Path, slack: StandIn) -> None:
    with serving(tmp_path, SLACK_API_URL=slack.api, **MODE) as server:
        answer = httpx.post(f"{server.url}/slack/events", content=b"{}", timeout=COMES_S)
        assert answer.status_code == 404  # no secret, no address
        event = message("客户是一家灯具工厂", user="UK1", channel="DK1")
        slack.envelope("e1", "events_api", event)
        slack.wait(lambda: slack.said(channel="DK1"))
        assert slack.envelopes == ["e1"]
        slack.envelope("e2", "events_api", event, retry_attempt=1, retry_reason="timeout")
        slack.envelope("e3", "slash_commands", command("help", user="UK1", channel="C1"), accepts_response_payload=True)
        slack.wait(lambda: len(slack.said(channel="DK1")) == 2)
        slack.wait(lambda: slack.acks.get("e3"))
        assert slack.acks["e3"]["response_type"] == "ephemeral"
        slack.envelope("e4", "events_api", message("hi", team="TEVIL", user="UK2", channel="DK2"))
        slack.wait(lambda: "e4" in slack.envelopes)
        slack.cut_sockets()
        slack.wait(lambda: len(slack.done("apps.connections.open")) == 2)
        slack.envelope("e5", "events_api", message("帮助", user="UK1", channel="DK1"))
        slack.wait(lambda: len(slack.said(channel="DK1")) == 3)
        settled(tmp_path)
        # the single token's workspace was learned from Slack, so another one is refused
        assert slack.said(channel="DK2") == []
    assert "xapp" not in "".join(path.read_text(errors="replace") for path in tmp_path.glob("*.log"))


def test_server_starts_while_slack_cannot_be_reached(tmp_path: Path, slack: StandIn) -> None:
    slack.down = True
    with serving(tmp_path, SLACK_API_URL=slack.api, **MODE):
        slack.wait(lambda: [c for c in slack.calls if c.method == "apps.connections.open"])
