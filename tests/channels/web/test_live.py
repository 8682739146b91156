"""The stream of events: missed turns first, then each one at once; nothing is left when a page goes away."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from channels.web import live
from channels.web.live import WAITING, Live
from server.messages import Turn
from tests.channels.web.conftest import Served, new_id
from tests.waiting import COMES_S, until


def read(response: httpx.Response) -> Iterator[dict[str, Any]]:
    """Yield the events of a stream: name, id and data; a comment as {"name": ":"}."""
    event: dict[str, Any] = {}
    for line in response.iter_lines():
        name, _, value = line.partition(":")
        if not line:
            if event:
                yield event
            event = {}
        elif not name:
            event["name"] = ":"
        elif name == "event":
            event["name"] = value.strip()
        else:
            event[name] = json.loads(value) if name == "data" else value.strip()


def turns(events: Iterator[dict[str, Any]], number: int) -> list[Any]:
    """Return the next `number` turns."""
    found: list[Any] = []
    while len(found) < number:
        event = next(events)
        if event.get("name") == "turn":
            assert event["id"] == str(event["data"]["seq"])
            found.append(event["data"])
    return found


def test_missed_turns_come_first_then_new_ones(served: Served) -> None:
    page = served.page()
    said = [page.say(str(number)) for number in range(60)]
    with page.events(0) as stream:
        events = read(stream)
        assert turns(events, 60) == said
        new = page.say("new")
        assert turns(events, 1) == [new]


@pytest.mark.parametrize("way", ["after", "last"])
def test_only_what_was_missed_comes_again(way: str, served: Served) -> None:
    page = served.page()
    said = [page.say(str(number)) for number in range(5)]
    seen = said[2]["seq"]
    with page.events(**{"after": seen} if way == "after" else {"after": 0, "last": seen}) as stream:
        assert turns(read(stream), 2) == said[3:]


def test_without_a_number_only_new_turns_come(served: Served) -> None:
    page = served.page()
    page.say("old")
    with page.events(None) as stream:
        events = read(stream)
        next(events)
        new = page.say("new")
        assert turns(events, 1) == [new]


def test_typing_is_told_and_all_pages_of_the_user_see_it(served: Served) -> None:
    page, other, id_ = served.page(), served.page(), new_id()
    with page.events() as one, served.page(page.user).events() as two, other.events() as three:
        streams = [read(one), read(two)]
        for stream in (*streams, quiet := read(three)):
            assert next(stream) == {"retry": "1000"}
        turn = page.say("hello", id_)
        for stream in streams:
            assert next(stream) == {"name": "typing", "data": {"id": id_}}
            assert next(stream) == {"name": "turn", "id": str(turn["seq"]), "data": turn}
        mine = other.say("mine")
        assert turns(quiet, 1) == [mine]


def test_sent_twice_it_is_told_once(served: Served) -> None:
    page, id_ = served.page(), new_id()
    with page.events() as stream:
        events = read(stream)
        page.say("one", id_)
        page.say("one", id_)
        last = page.say("two")
        assert [turn["you"] for turn in turns(events, 2)] == ["one", last["you"]]


def test_forgetting_is_told(served: Served) -> None:
    page = served.page()
    with page.events() as stream:
        events = read(stream)
        turns_before = [page.say("one")]
        assert turns(events, 1) == turns_before
        page.ask("DELETE", "/api/chat")
        assert next(events) == {"name": "cleared", "data": {}}


def test_heartbeat(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "HEARTBEAT_S", 0.05)
    with served.page().events() as stream:
        events = read(stream)
        assert next(events) == {"retry": "1000"}
        assert [next(events)["name"] for _ in range(3)] == [":", ":", ":"]


def test_headers_let_events_through(served: Served) -> None:
    with served.page().events() as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        assert stream.headers["cache-control"] == "no-store"
        assert stream.headers["x-accel-buffering"] == "no"


def test_nothing_is_left_of_pages_that_went_away(served: Served) -> None:
    watching = served.app.ctx.live
    until(lambda: watching.count() == 0)
    before = tasks(served)
    streams = [served.page().events() for _ in range(30)]
    events = [read(stream.__enter__()) for stream in streams]
    assert [next(one) for one in events] == [{"retry": "1000"}] * 30
    until(lambda: watching.count() == 30)
    for stream in streams:
        stream.__exit__(None, None, None)
    until(lambda: watching.count() == 0)
    assert watching._watchers == {}
    until(lambda: tasks(served) <= before)


def tasks(served: Served) -> int:
    """How many tasks the server's loop has."""
    counted: list[int] = []
    done = threading.Event()

    def count() -> None:
        counted.append(len(asyncio.all_tasks(served.loop)))
        done.set()

    served.loop.call_soon_threadsafe(count)
    assert done.wait(COMES_S)
    return counted[0]


def turn(number: int) -> Turn:
    return Turn("me", new_id(), "you", ("said",), 0.0, seq=number)


def test_a_page_that_is_too_slow_is_cut_off_and_memory_stays_small() -> None:
    async def slow() -> list[int | None]:
        lives = Live()
        with lives.watch("me") as watcher:
            for number in range(WAITING + 50):
                lives.turn(turn(number))
            assert watcher._events.qsize() == WAITING
            return [seq async for seq, _ in watcher.events(1)]

    assert asyncio.run(slow()) == []  # it connects again and says what it saw last


def test_streams_end_when_the_server_stops() -> None:
    async def stopping() -> list[Any]:
        lives = Live()
        with lives.watch("me") as watcher:
            asyncio.get_running_loop().call_later(0.05, lives.end)
            seen = [event async for event in watcher.events(10)]
        with lives.watch("me") as late:
            return seen + [event async for event in late.events(10)]

    assert asyncio.run(asyncio.wait_for(stopping(), COMES_S)) == []


def test_an_event_is_one_line_whatever_was_said() -> None:
    text = live.turn_event(Turn("me", new_id(), "a\nb\r\nc\u2028", ("event: turn\n\ndata: {}",), 0.0, seq=7))
    assert text.count("\n") == 4
    assert text.startswith("id: 7\nevent: turn\ndata: {")


def test_many_pages_lose_and_double_nothing(served: Served) -> None:
    """A small version of benchmarks/pages.py."""
    from benchmarks.pages import run_pages

    seen = run_pages(served.url, pages=40, people=20, turns=3, cuts=0.5, seed=7)
    assert seen.lost == seen.doubled == seen.disordered == 0
    assert seen.turns == 60
    assert seen.reconnected > 0
