"""Sends what is in the outbox: in order for each person, again after an outage, as slowly as Slack asks for."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager, nullcontext
from typing import Any

import aiohttp

from channels.slack.api import Api, CallFailedError, LaterError
from channels.slack.lanes import Lanes
from channels.slack.letters import Post, Waiting
from channels.slack.store import Store
from coach.anonymous import mark_of

RESPOND = "respond"  # not a method: the answer goes to the `url` that came with a command or a button
FIRST_S, LONGEST_S = 1.0, 60.0  # between two attempts
GIVE_UP_S = 24 * 3600.0
MARK = "sales_coach_reply"  # metadata of our messages, by which we find out whether one arrived
Sender = Callable[[Waiting], Awaitable[None]]
logger = logging.getLogger(__name__)


class Outbox:
    """One task for each lane that has posts. `pause` is asyncio.sleep, but for tests."""

    def __init__(
        self,
        store: Store,
        api: Api,
        pause: Callable[[float], Any] = asyncio.sleep,
        room: Callable[[], AbstractAsyncContextManager[None]] = nullcontext,
    ) -> None:
        self.store, self.api, self._pause, self._room = store, api, pause, room
        self.others: dict[str, Sender] = {RESPOND: self._respond}  # by name: what is no method of Slack's
        self.lanes = Lanes(self._empty)

    def wake(self, lane: str) -> None:
        """See to it that the lane's posts are sent."""
        self.lanes.wake(lane)

    def start(self) -> None:
        """Go on with what was not sent when the last process ended; it may have been sent just then."""
        for lane in self.store.lanes_out():
            self.wake(lane)

    async def _empty(self, lane: str) -> None:
        while (waiting := self.store.next_post(lane)) is not None:
            try:
                async with self._room():
                    await self._send(waiting)
            except LaterError as error:
                if self.store.clock() - waiting.since > GIVE_UP_S:
                    self._drop(waiting, "gave_up")
                    continue
                self.store.tried(waiting, unsure=error.unsure or waiting.unsure)
                await self._pause(error.seconds if error.seconds is not None else backoff(waiting.tries))
            except CallFailedError as error:
                self._refused(waiting, error)

    async def _send(self, waiting: Waiting) -> None:
        arguments = dict(waiting.post.arguments)
        if waiting.team in self.api.off:
            raise CallFailedError(waiting.post.method, "workspace_off")
        if other := self.others.get(waiting.post.method):
            await other(waiting)
        else:
            if waiting.post.method == "chat.postMessage":
                if waiting.unsure and await self._arrived(waiting):
                    self.store.sent(waiting)
                    return
                arguments["metadata"] = {"event_type": MARK, "event_payload": {"id": mark(waiting)}}
            self.store.sending(waiting)
            await self.api.call(waiting.team, waiting.post.method, **arguments)
        self.store.sent(waiting)

    async def _respond(self, waiting: Waiting) -> None:
        await respond(self.api, dict(waiting.post.arguments))

    async def _arrived(self, waiting: Waiting) -> bool:
        """Look whether the message stands in Slack; when that cannot be read, it is sent again."""
        said = await said_since(self.api, waiting, include_all_metadata=True)
        return any(_id(message) == mark(waiting) for message in said)

    def _refused(self, waiting: Waiting, error: CallFailedError) -> None:
        post = waiting.post
        if (
            error.error in ("invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long")
            and "blocks" in post.arguments
        ):
            plain = {key: value for key, value in post.arguments.items() if key != "blocks"}
            self.store.replace(waiting, Post(post.method, plain))  # better without buttons than not at all
            logger.error("slack.blocks.refused method=%s error=%s", post.method, error.error)
            return
        self._drop(waiting, error.error, error.needed)

    def _drop(self, waiting: Waiting, error: str, needed: str = "") -> None:
        self.store.sent(waiting)
        logger.error(
            "slack.post.dropped method=%s error=%s needed=%s team=%s person=%s",
            waiting.post.method, error, needed or "-", waiting.team, mark_of(waiting.lane),
        )  # fmt: skip


def backoff(tries: int) -> float:
    """Return the seconds to wait after `tries` failed attempts."""
    return float(min(LONGEST_S, FIRST_S * 2 ** min(tries, 10)))


def mark(waiting: Waiting) -> str:
    """Return the mark of a post: the same after a restart, another for each post."""
    return mark_of(f"{waiting.lane} {waiting.id} {waiting.since}")


async def said_since(api: Api, waiting: Waiting, **more: Any) -> list[dict[str, Any]]:
    """Return what was said where a post goes since it waits; nothing when that cannot be read. Raises LaterError."""
    channel, thread = waiting.post.arguments["channel"], waiting.post.arguments.get("thread_ts")
    where = {"channel": channel, "limit": 50, "oldest": f"{waiting.since - 60:.6f}", **more}
    if thread:
        where["ts"] = thread
    try:
        found = await api.call(waiting.team, f"conversations.{'replies' if thread else 'history'}", **where)
    except CallFailedError:
        return []
    return found.get("messages") or []


def _id(message: dict[str, Any]) -> str | None:
    metadata = message.get("metadata") or {}
    return (metadata.get("event_payload") or {}).get("id") if metadata.get("event_type") == MARK else None


async def respond(api: Api, arguments: dict[str, Any]) -> None:
    """Answer at the address that came with a command or a button. Raises CallFailedError or LaterError."""
    url = arguments.pop("url")
    if not api.may_respond(url):
        raise CallFailedError(RESPOND, "foreign_address")
    try:
        async with api.session.post(url, json=arguments, allow_redirects=False) as answer:
            if answer.status == 429 or answer.status >= 500:
                raise LaterError(RESPOND, f"http_{answer.status}")
            if answer.status >= 300:
                raise CallFailedError(RESPOND, f"http_{answer.status}")
    except (aiohttp.ClientError, asyncio.TimeoutError) as error:
        raise LaterError(RESPOND, type(error).__name__) from None
