"""`GET /api/chat/events`: a stream of what happens in a conversation, for every page that shows it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing, contextmanager
from typing import TYPE_CHECKING, Any

from channels.web.answer import Json, Refused, number_in
from channels.web.said import shown
from channels.web.sign_in.gate import is_signed_in

if TYPE_CHECKING:
    from sanic import Blueprint, Request

HEARTBEAT_S = 15.0
SENDING_S = 30.0  # a page that takes nothing for so long is gone
WAITING = 100  # events for a page that is slow; one more, and it has to ask anew
AT_ONCE = 50  # turns read from the log at once
HEADERS = {
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "x-accel-buffering": "no",  # a proxy must pass on each event at once
}
Event = tuple[int | None, str]  # the turn's number, if it is one, and the text as it is sent


def add_to(blueprint: Blueprint) -> None:
    """Add the route."""
    blueprint.add_route(events, "/api/chat/events", methods=["GET"])


class Live:
    """Who watches which conversation."""

    def __init__(self) -> None:
        self._watchers: dict[str, set[Watcher]] = {}
        self._ended = False

    @contextmanager
    def watch(self, conversation: str) -> Iterator[Watcher]:
        """Collect what happens in the conversation until the block ends."""
        watcher = Watcher()
        self._watchers.setdefault(conversation, set()).add(watcher)
        if self._ended:
            watcher.end()
        try:
            yield watcher
        finally:
            watchers = self._watchers[conversation]
            watchers.discard(watcher)
            if not watchers:
                del self._watchers[conversation]

    def count(self) -> int:
        """Return how many pages are watching."""
        return sum(map(len, self._watchers.values()))

    def turn(self, turn: Any) -> None:
        """Tell of a turn that is stored now."""
        if turn.conversation in self._watchers:
            if turn.forgot:  # earlier turns may be gone, too
                self.cleared(turn.conversation)
            self._pass_on(turn.conversation, (turn.seq, turn_event(turn)))

    def typing(self, conversation: str, id_: str) -> None:
        """Tell that the message `id_` is being answered."""
        self._pass_on(conversation, (None, event("typing", {"id": id_})))

    def cleared(self, conversation: str) -> None:
        """Tell that earlier turns were forgotten: what a page shows of them has to go."""
        self._pass_on(conversation, (None, event("cleared", {})))

    def end(self, *_: Any) -> None:
        """End all streams: the server is going to stop."""
        self._ended = True
        for watchers in self._watchers.values():
            for watcher in watchers:
                watcher.end()

    def _pass_on(self, conversation: str, event: Event) -> None:
        for watcher in self._watchers.get(conversation, ()):
            watcher.tell(event)


class Watcher:
    """What one page has still to be sent."""

    def __init__(self) -> None:
        self._events: asyncio.Queue[Event | None] = asyncio.Queue(WAITING)
        self._ended = False

    def tell(self, event: Event) -> None:
        """Add an event; a page that is too slow is cut off, and will ask for what it missed."""
        try:
            self._events.put_nowait(event)
        except asyncio.QueueFull:
            self.end()

    def end(self) -> None:
        """Let the stream end now."""
        self._ended = True
        if self._events.empty():
            self._events.put_nowait(None)

    async def events(self, heartbeat_s: float) -> AsyncIterator[Event]:
        """Yield what happens, and a comment every `heartbeat_s` seconds when nothing waits, until the end.

        Without asyncio.wait_for, which in Python 3.10 loses a cancellation that comes together with an event.
        """
        beating = asyncio.create_task(self._beat(heartbeat_s))
        try:
            while not self._ended:
                event = await self._events.get()
                if event is None:
                    return
                yield event
        finally:
            beating.cancel()

    async def _beat(self, heartbeat_s: float) -> None:
        while True:
            await asyncio.sleep(heartbeat_s)
            if self._events.empty():
                self._events.put_nowait((None, ":\n\n"))


async def events(request: Request) -> None:
    """Send the turns after `after` (or Last-Event-ID), then each one as it comes. See docs/web_api.md."""
    conversation, after = request.ctx.person.user, _after(request)
    shared = request.app.ctx
    with shared.live.watch(conversation) as watcher:
        response = await request.respond(content_type="text/event-stream; charset=utf-8", headers=HEADERS)
        send = _sender(request, response)
        await send("retry: 1000\n\n")
        while after is not None and (missed := shared.messages.after(conversation, after, AT_ONCE)):
            for turn in missed:
                await send(turn_event(turn))
            after = missed[-1].seq
        async with aclosing(watcher.events(HEARTBEAT_S)) as happening:
            async for seq, text in happening:
                if not is_signed_in(request):
                    break
                if seq is None or after is None or seq > after:
                    await send(text)
    await response.eof()


def _sender(request: Request, response: Any) -> Any:
    async def send(text: str) -> None:
        giving_up = asyncio.get_running_loop().call_later(SENDING_S, request.transport.abort)
        try:
            await response.send(text)
        finally:
            giving_up.cancel()

    return send


def _after(request: Request) -> int | None:
    """Return the number of the last turn that the page has: what it says on connecting again, else the query."""
    last = request.headers.get("last-event-id", "")
    if not last:
        return number_in(request, "after")
    if not (last.isascii() and last.isdigit() and len(last) < 17):
        raise Refused(400, "bad_field", name="Last-Event-ID")
    return int(last)


def turn_event(turn: Any) -> str:
    """Return a turn as an event."""
    return event("turn", shown(turn), turn.seq)


def event(name: str, data: Json, id_: int | None = None) -> str:
    """Return a server-sent event. JSON has no line break, so it is one line."""
    first = "" if id_ is None else f"id: {id_}\n"
    return f"{first}event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
