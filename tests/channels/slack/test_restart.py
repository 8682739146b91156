"""A server that is killed between the acknowledgement and the answer: the next one answers, once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from channels.slack.incoming import incoming
from channels.slack.store import FILE
from tests.channels.slack.conftest import Workspace, environment, settled
from tests.channels.slack.payloads import command, message, send
from tests.channels.slack.standin import HANG, StandIn, standing_in
from tests.server.forking import serving
from tests.server.processes import Server

REHEARSE, QUESTION = "演练 1", "您好，请问现在用什么灯？"
UNANSWERED = message("客户是一家灯具工厂", user="UA1", channel="DA1")


@dataclass
class Lives:
    """The second of two servers with one home, and what Slack had heard when the first was killed."""

    server: Server
    slack: StandIn
    home: Path
    before: dict[str, list[str]] = field(default_factory=dict)


@pytest.fixture(scope="module")
def lives(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lives]:
    """Two servers, one after the other; four people have written when the first is killed, each at another point."""
    home = tmp_path_factory.mktemp("lives")
    with standing_in() as slack:
        with serving(home, **environment(slack)) as server:
            _keep_a_turn(server, slack)
            _answer_and_do_not_send(server, slack)
            _acknowledge(server, slack)
            server.process.kill()
        before = {channel: slack.said(channel=channel) for channel in ("DA1", "DA2", "DA3", "DA4")}
        _as_if_not_yet_in_the_outbox(home)
        with serving(home, **environment(slack)) as server:
            yield Lives(server, slack, home, before)
        assert slack.faults == []


def _keep_a_turn(server: Server, slack: StandIn) -> None:
    for number, text in enumerate((REHEARSE, QUESTION), start=1):
        send(server.url, message(text, user="UA4", channel="DA4", event_id=f"EvLOST{number}"))
        slack.wait(lambda number=number: len(slack.said(channel="DA4")) == number)


def _as_if_not_yet_in_the_outbox(home: Path) -> None:
    """As if the process ended after Rasa kept UA4's turn and before its answer was in the outbox."""
    letter = incoming(message(QUESTION, user="UA4", channel="DA4", event_id="EvLOST2"), "UBOTONE")
    assert letter is not None
    with closing(sqlite3.connect(home / FILE)) as store, store:
        row = [letter.lane, letter.at, letter.to_json()]
        store.execute("INSERT INTO inbox (lane, at, what, begun) VALUES (?, ?, ?, 1)", row)


def _answer_and_do_not_send(server: Server, slack: StandIn) -> None:
    slack.trouble("chat.postMessage", HANG)
    send(server.url, message(REHEARSE, user="UA3", channel="DA3"))
    slack.wait(lambda: hung(slack, "chat.postMessage"))


def _acknowledge(server: Server, slack: StandIn) -> None:
    slack.trouble("users.info", HANG, HANG)
    assert send(server.url, UNANSWERED).status_code == 200
    assert send(server.url, command("help", user="UA2", channel="DA2")).status_code == 200
    slack.wait(lambda: len(hung(slack, "users.info")) == 2)


def hung(slack: StandIn, method: str) -> list[Any]:
    return [call for call in slack.calls if call.method == method and call.answered == "hang"]


def test_acknowledged_is_answered_by_the_next_process(lives: Lives) -> None:
    assert lives.before["DA1"] == lives.before["DA2"] == []
    lives.slack.wait(lambda: lives.slack.said(channel="DA1") and lives.slack.said(channel="DA2"))
    assert send(lives.server.url, UNANSWERED, retry=1).status_code == 200  # Slack sends it again to the new process
    settled(lives.home)
    assert len(lives.slack.said(channel="DA1")) == 1


def test_answered_and_not_sent_is_sent_by_the_next_process_and_the_turn_is_not_taken_twice(lives: Lives) -> None:
    assert lives.before["DA3"] == []
    lives.slack.wait(lambda: lives.slack.said(channel="DA3"))
    looked_up = [call.arguments["channel"] for call in lives.slack.done("conversations.history")]
    assert "DA3" in looked_up  # whether it had arrived was looked up first
    send(lives.server.url, message("停", user="UA3", channel="DA3"))
    lives.slack.wait(lambda: len(lives.slack.said(channel="DA3")) == 2)
    settled(lives.home)
    with closing(sqlite3.connect(lives.home / FILE)) as store:
        assert store.execute("SELECT turns FROM talks WHERE sender = 'slack-TONE-DA3'").fetchall() == [(2,)]


def test_turn_taken_before_the_end_is_not_taken_again(lives: Lives) -> None:
    first, second = lives.before["DA4"]
    third = lives.slack.wait(lambda: lives.slack.said(channel="DA4")[2:])[0]
    assert _words(third) == _words(second) != _words(first)


def _words(said: str) -> str:
    """Return what was said, without the buttons."""
    return "\n".join(line for line in said.split("\n") if not line.startswith("["))


def test_outage_of_slack_loses_nothing_and_doubles_nothing(workspace: Workspace) -> None:
    slack = workspace.slack

    def refused() -> list[Any]:
        return [call for call in slack.calls if call.answered == "service_unavailable"]

    slack.down = True
    try:
        for text in (REHEARSE, "停", "帮助"):
            assert workspace.send(message(text, user="UA5", channel="DA5")).status_code == 200
        slack.wait(lambda: len(refused()) >= 2)
    finally:
        slack.down = False
    workspace.settled()
    assert len(slack.said(channel="DA5")) == 3
