"""Answers are sent once and in order: after outages, when Slack says slow down, when the line is cut."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from channels.slack.api import Api, CallFailedError, LaterError
from channels.slack.letters import Post
from channels.slack.outbox import GIVE_UP_S, Outbox, backoff
from channels.slack.settings import SlackSettings
from channels.slack.store import Store
from tests.channels.slack.standin import DOWN, DROP, HANG, RATE_LIMITED, StandIn, Trouble, error
from tests.waiting import COMES_S

TOKENS = {"TONE": "xoxb-one", "TTWO": "xoxb-two"}


def post(text: str, channel: str = "D1", **more: Any) -> Post:
    return Post("chat.postMessage", {"channel": channel, "text": text, **more})


def run(slack: StandIn, store: Store, act: Callable[[Outbox], Any], pauses: list[float] | None = None) -> Any:
    """Run `act` with an outbox, wait until all is sent, and return what it returned."""

    async def pause(seconds: float) -> None:
        (pauses if pauses is not None else []).append(seconds)
        outbox.api._paused.clear()
        await asyncio.sleep(0)

    async def inside() -> Any:
        nonlocal outbox
        outbox = Outbox(store, Api(SlackSettings(TOKENS, api=slack.api)), pause)
        try:
            found = act(outbox)
            found = await found if asyncio.iscoroutine(found) else found
            await asyncio.wait_for(outbox.lanes.idle(), COMES_S)
            return found
        finally:
            await outbox.api.close()

    outbox: Outbox
    return asyncio.run(inside())


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "slack.db")


def send(store: Store, *posts: Post, lane: str = "TONE-U1") -> Callable[[Outbox], None]:
    def act(outbox: Outbox) -> None:
        store.post(lane, "TONE", *posts)
        outbox.wake(lane)

    return act


def test_in_order(slack: StandIn, store: Store) -> None:
    run(slack, store, send(store, *(post(f"{n}") for n in range(8))))
    assert slack.said() == [f"{n}" for n in range(8)]
    assert store.lanes_out() == []


@pytest.mark.parametrize(
    ("troubles", "waits"),
    [
        ([DOWN, DOWN, DOWN], [1.0, 2.0, 4.0]),
        ([RATE_LIMITED], [1.0]),
        ([Trouble(429, "ratelimited", {"Retry-After": "17"})], [17.0]),
        ([Trouble(429, "ratelimited")], [30.0]),
        ([Trouble(429, "ratelimited", {"Retry-After": "soon"})], [30.0]),
        ([error("internal_error"), DOWN], [1.0, 2.0]),
    ],
)
def test_again_after_trouble_and_nothing_overtakes(
    slack: StandIn, store: Store, troubles: list[Trouble], waits: list[float]
) -> None:
    slack.trouble("chat.postMessage", *troubles)
    pauses: list[float] = []
    run(slack, store, send(store, post("first"), post("second")), pauses)
    assert slack.said() == ["first", "second"]
    assert pauses == waits


def test_rate_limit_is_obeyed_by_all_lanes_of_the_workspace(slack: StandIn, store: Store) -> None:
    slack.trouble("chat.postMessage", Trouble(429, "ratelimited", {"Retry-After": "60"}))

    async def act(outbox: Outbox) -> None:
        with pytest.raises(LaterError):
            await outbox.api.call("TONE", "chat.postMessage", channel="D1", text="a")
        with pytest.raises(LaterError) as caught:
            await outbox.api.call("TONE", "chat.postMessage", channel="D2", text="b")
        assert 59 < (caught.value.seconds or 0) <= 60
        await outbox.api.call("TTWO", "chat.postMessage", channel="D3", text="c")

    run(slack, store, act)
    assert [(call.team, call.answered) for call in slack.calls] == [("TONE", "ratelimited"), ("TTWO", "ok")]


def test_cut_line_does_not_double_a_message(slack: StandIn, store: Store) -> None:
    slack.trouble("chat.postMessage", DROP)
    run(slack, store, send(store, post("once"), post("then")))
    assert slack.said() == ["once", "then"]
    assert slack.done("conversations.history")


def test_no_answer_and_not_arrived_is_sent_again(slack: StandIn, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("channels.slack.api.TIMEOUT_S", 0.3)
    slack.trouble("chat.postMessage", HANG)
    run(slack, store, send(store, post("once", thread_ts="1.1")))
    assert slack.said() == ["once"]
    assert slack.done("conversations.replies")


def test_lane_that_waits_holds_up_no_other(slack: StandIn, store: Store) -> None:
    gate = asyncio.Event

    async def act(outbox: Outbox) -> None:
        waiting = gate()

        async def pause(seconds: float) -> None:
            await waiting.wait()

        outbox._pause = pause
        slack.trouble("chat.postMessage", DOWN)
        send(store, post("slow"), lane="TONE-U1")(outbox)
        while not slack.calls:
            await asyncio.sleep(0.01)
        send(store, post("quick", "D2"), lane="TONE-U2")(outbox)
        while not slack.said(channel="D2"):
            await asyncio.sleep(0.01)
        assert slack.said(channel="D1") == []
        waiting.set()

    run(slack, store, act)
    assert slack.said(channel="D1") == ["slow"]


@pytest.mark.parametrize(
    "word",
    [
        "channel_not_found",
        "is_archived",
        "not_in_channel",
        "user_disabled",
        "missing_scope",
        "msg_too_long",
        "restricted_action",
    ],
)
def test_what_slack_refuses_for_good_is_dropped_and_logged_without_words(
    slack: StandIn, store: Store, word: str, caplog: pytest.LogCaptureFixture
) -> None:
    slack.trouble("chat.postMessage", error(word))
    with caplog.at_level(logging.ERROR):
        run(slack, store, send(store, post("about 蓝鲸照明"), post("next")))
    assert slack.said() == ["next"]
    assert word in caplog.text
    assert "method=chat.postMessage" in caplog.text
    assert "蓝鲸" not in caplog.text
    assert "U1" not in caplog.text


@pytest.mark.parametrize("word", ["token_revoked", "account_inactive", "invalid_auth"])
def test_workspace_without_a_good_token_is_left_alone(slack: StandIn, store: Store, word: str) -> None:
    slack.trouble("chat.postMessage", error(word))
    run(slack, store, send(store, post("a"), post("b")))
    assert [call.answered for call in slack.calls] == [word]


def test_refused_blocks_are_sent_as_text(slack: StandIn, store: Store) -> None:
    slack.trouble("chat.postMessage", error("invalid_blocks"))
    block = {"type": "section", "text": {"type": "plain_text", "text": "shown"}}
    run(slack, store, send(store, post("said", blocks=[block])))
    assert slack.said() == ["said"]


def test_what_was_left_by_a_process_that_ended_is_sent_once(slack: StandIn, store: Store) -> None:
    store.post("TONE-U1", "TONE", post("arrived"), post("not yet"))
    first = store.next_post("TONE-U1")
    assert first is not None
    store.sending(first)  # the process ends here, after Slack took it
    from channels.slack.outbox import MARK, mark

    metadata = {"event_type": MARK, "event_payload": {"id": mark(first)}}
    slack.messages["D1"].append({"ts": "1.1", "text": "arrived", "metadata": metadata})
    run(slack, store, lambda outbox: outbox.start())
    assert slack.said() == ["not yet"]


def test_gives_up_after_a_day(slack: StandIn, tmp_path: Path) -> None:
    now = [1_000_000.0]
    store = Store(tmp_path / "slack.db", clock=lambda: now[0])
    store.post("TONE-U1", "TONE", post("old"))
    now[0] += GIVE_UP_S + 1
    slack.down = True
    run(slack, store, lambda outbox: outbox.start())
    assert store.lanes_out() == []


def test_backoff_grows_and_ends() -> None:
    assert [backoff(n) for n in (0, 1, 2, 5, 6, 1000)] == [1.0, 2.0, 4.0, 32.0, 60.0, 60.0]


@pytest.mark.parametrize(
    ("url", "may"),
    [
        ("https://hooks.slack.com/commands/1", True),
        ("https://files.slack.com/files-pri/T1-F1/x.txt", True),
        ("http://hooks.slack.com/commands/1", False),
        ("https://hooks.slack.com.evil.example/1", False),
        ("https://hooks.slack.com@evil.example/1", False),
        ("https://hooks.slack.com:8443/1", False),
        ("http://169.254.169.254/", False),
        ("", False),
    ],
)
def test_only_slack_is_answered_and_loaded_from(slack: StandIn, store: Store, url: str, may: bool) -> None:
    assert run(slack, store, lambda outbox: outbox.api.may_respond(url)) is may


def test_token_of_another_workspace_is_not_used(slack: StandIn, store: Store) -> None:
    slack.tokens["xoxb-one"] = "TOTHER"

    async def act(outbox: Outbox) -> None:
        with pytest.raises(CallFailedError):
            await outbox.api.learn("TONE")

    run(slack, store, act)
