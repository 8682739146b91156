"""A server with Slack switched on, and the stand-in that it talks to; each test speaks for users of its own."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from channels.slack.store import FILE
from tests.channels.slack import payloads
from tests.channels.slack.standin import StandIn, standing_in
from tests.server.forking import serving
from tests.server.processes import Server
from tests.waiting import until


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

    def settled(self) -> None:
        """Wait until all that was acknowledged is answered, and all answers are sent."""
        settled(self.home)

    def ask(self, text: str, channel: str, **more: Any) -> str:
        """Write a direct message and return the answer."""
        before = len(self.slack.said(channel=channel))
        user = more.pop("user", f"U{channel[1:]}")
        assert self.send(payloads.message(text, channel=channel, user=user, **more)).status_code == 200
        return str(self.slack.wait(lambda: self.slack.said(channel=channel)[before:])[0])


def settled(home: Path) -> None:
    """Wait until nothing is in the inbox nor in the outbox: what is acknowledged is in the one, then in the other."""
    waiting = "SELECT (SELECT count(*) FROM inbox) + (SELECT count(*) FROM outbox)"

    def none_left() -> bool:
        with closing(sqlite3.connect(home / FILE)) as store:
            return store.execute(waiting).fetchone() == (0,)

    until(none_left, told=lambda: f"{home}: letters or posts are left")


@pytest.fixture
def slack() -> Iterator[StandIn]:
    with standing_in() as running:
        yield running
        assert running.faults == []


@pytest.fixture(scope="package")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    home = tmp_path_factory.mktemp("slack-home")
    with standing_in() as running, serving(home, **environment(running)) as server:
        running.wait(lambda: len(running.done("auth.test")) == 2)
        yield Workspace(server, running, home)
        assert running.faults == []
