"""A server that is killed between the acknowledgement and the answer: the next one answers, once."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

from tests.channels.slack.conftest import environment
from tests.channels.slack.payloads import command, message, send
from tests.channels.slack.standin import HANG, StandIn, shown
from tests.server.processes import serving


def test_acknowledged_is_answered_by_the_next_process(tmp_path: Path, slack: StandIn) -> None:
    slack.trouble("users.info", HANG, HANG)
    with serving(tmp_path, **environment(slack)) as server:
        event = message("客户是一家灯具工厂", user="UA1", channel="DA1")
        assert send(server.url, event).status_code == 200
        assert send(server.url, command("help", user="UA2", channel="DA2")).status_code == 200
        slack.wait(lambda: len([c for c in slack.calls if c.answered == "hang"]) == 2)
        server.process.kill()
    assert slack.said() == []
    with serving(tmp_path, **environment(slack)) as server:
        slack.wait(lambda: slack.said(channel="DA1") and slack.said(channel="DA2"))
        assert send(server.url, event, retry=1).status_code == 200  # Slack sends it again to the new process
        time.sleep(0.5)
        assert len(slack.said(channel="DA1")) == 1


def test_answered_and_not_sent_is_sent_by_the_next_process_and_the_turn_is_not_taken_twice(
    tmp_path: Path, slack: StandIn
) -> None:
    slack.trouble("chat.postMessage", HANG)
    with serving(tmp_path, **environment(slack)) as server:
        send(server.url, message("演练 1", user="UA3", channel="DA3"))
        slack.wait(lambda: [c for c in slack.calls if c.answered == "hang"])
        server.process.kill()
    with serving(tmp_path, **environment(slack)) as server:
        slack.wait(lambda: slack.said(channel="DA3"))
        assert slack.done("conversations.history")  # whether it had arrived was looked up first
        send(server.url, message("停", user="UA3", channel="DA3"))
        slack.wait(lambda: len(slack.said(channel="DA3")) == 2)
    rows = sqlite3.connect(tmp_path / "slack.db")
    assert rows.execute("SELECT turns FROM talks").fetchone() == (2,)
    rows.close()


def test_turn_taken_before_the_end_is_not_taken_again(tmp_path: Path, slack: StandIn) -> None:
    """As if the process ended after Rasa kept the turn and before its answer was in the outbox."""
    with serving(tmp_path, **environment(slack)) as server:
        event = message("演练 1", user="UA4", channel="DA4")
        send(server.url, event)
        first = shown(slack.wait(lambda: slack.done("chat.postMessage"))[0].arguments)
        send(server.url, message("您好，请问现在用什么灯？", user="UA4", channel="DA4", event_id="EvLOST"))
        second = slack.wait(lambda: slack.said(channel="DA4")[1:])[0]
        server.process.kill()
    rows = sqlite3.connect(tmp_path / "slack.db")
    lost = message("您好，请问现在用什么灯？", user="UA4", channel="DA4", event_id="EvLOST")
    from channels.slack.incoming import incoming

    letter = incoming(lost, "UBOTONE")
    assert letter is not None
    rows.execute(
        "INSERT INTO inbox (lane, at, what, begun) VALUES (?, ?, ?, 1)", [letter.lane, letter.at, letter.to_json()]
    )
    rows.commit()
    rows.close()
    with serving(tmp_path, **environment(slack)):
        third = slack.wait(lambda: slack.said(channel="DA4")[2:])[0]
    assert _words(third) == _words(second) != _words(first)


def _words(said: str) -> str:
    """Return what was said, without the buttons."""
    return "\n".join(line for line in said.split("\n") if not line.startswith("["))


def test_outage_of_slack_loses_nothing_and_doubles_nothing(tmp_path: Path, slack: StandIn) -> None:
    with serving(tmp_path, **environment(slack)) as server:
        slack.wait(lambda: len(slack.done("auth.test")) == 2)
        slack.down = True
        for text in ("演练 1", "停", "帮助"):
            assert send(server.url, message(text, user="UA5", channel="DA5")).status_code == 200
        slack.wait(lambda: len([c for c in slack.calls if c.answered == "service_unavailable"]) >= 2)
        slack.down = False
        slack.wait(lambda: len(slack.said(channel="DA5")) == 3, 30)
        time.sleep(0.5)
        assert len(slack.said(channel="DA5")) == 3
