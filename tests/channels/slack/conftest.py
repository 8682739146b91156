"""A server with Slack switched on, and the stand-in that it talks to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.channels.slack import payloads
from tests.channels.slack.standin import StandIn, standing_in
from tests.server.processes import Server, serving


def environment(slack: StandIn, **more: str) -> dict[str, str]:
    """Return the variables that switch Slack on."""
    return {
        "SLACK_SIGNING_SECRET": payloads.SECRET, "SLACK_BOT_TOKENS": "TONE=xoxb-one,TTWO=xoxb-two",
        "SLACK_API_URL": slack.api, **more,
    }  # fmt: skip


@dataclass
class Workspace:
    """The running server, and what Slack saw of it."""

    server: Server
    slack: StandIn
    home: Path

    def send(self, body: dict[str, Any], **more: Any) -> httpx.Response:
        return payloads.send(self.server.url, body, **more)

    def ask(self, text: str, channel: str, **more: Any) -> str:
        """Write a direct message and return the answer."""
        before = len(self.slack.said(channel=channel))
        user = more.pop("user", f"U{channel[1:]}")
        assert self.send(payloads.message(text, channel=channel, user=user, **more)).status_code == 200
        return str(self.slack.wait(lambda: self.slack.said(channel=channel)[before:])[0])


@pytest.fixture
def slack() -> Iterator[StandIn]:
    with standing_in() as running:
        yield running
        assert running.faults == []


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    home = tmp_path_factory.mktemp("slack-home")
    with standing_in() as running, serving(home, **environment(running)) as server:
        running.wait(lambda: len(running.done("auth.test")) == 2)
        yield Workspace(server, running, home)
        assert running.faults == []
