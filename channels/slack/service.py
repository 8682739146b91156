"""All of Slack that runs: started and stopped with the server."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any

from rasa.core.channels.channel import UserMessage
from sanic import HTTPResponse, Request
from sanic.response import empty
from slack_bolt.adapter.sanic.async_handler import AsyncSlackRequestHandler
from slack_sdk.signature import SignatureVerifier

from channels.slack.api import Api, CallFailedError, LaterError
from channels.slack.app import build
from channels.slack.desk import Desk
from channels.slack.files import SEND, send_files
from channels.slack.giving_way import ANSWERING, SENDING, TURNS, Receiving, Room
from channels.slack.outbox import Outbox, backoff
from channels.slack.reminders import Reminders
from channels.slack.settings import SlackSettings
from channels.slack.store import FILE, Store
from channels.slack.work import Work
from coach.assistant import shared_assistant

CLEAN_S = 3600.0
STOPPING_S = 5.0  # for turns and posts that are under way; what is left is done at the next start
logger = logging.getLogger(__name__)


class Service:
    """Made by `started`, in the server's event loop."""

    def __init__(self, desk: Desk, receiving: Receiving) -> None:
        self.desk, self.receiving = desk, receiving
        self.work = Work(desk)
        desk.wake = self.work.wake
        desk.outbox.others[SEND] = partial(send_files, desk=desk)
        desk.reminders = self.reminders = Reminders(desk)
        self.app = build(desk, self.work)
        self._handler = AsyncSlackRequestHandler(self.app)
        secret = desk.settings.signing_secret
        self._verifier = SignatureVerifier(secret) if secret else None  # over the socket nothing is signed
        self._tasks: list[asyncio.Task[Any]] = []
        self._socket: Any = None

    @classmethod
    async def started(
        cls, settings: SlackSettings, home: Path, agent: Any, turn: Callable[[UserMessage], Awaitable[Any]]
    ) -> Service:
        """Open the store, go on with what was left, connect. Slack need not answer for the server to start."""
        store, api = Store(home / FILE), Api(settings)
        receiving = Receiving()
        outbox = Outbox(store, api, room=Room(receiving, SENDING))
        compute = Room(receiving, TURNS)

        async def in_turn(message: UserMessage) -> Any:
            async with compute():
                return await turn(message)

        desk = Desk(
            settings, store, api, outbox, shared_assistant(), home, in_turn, agent.tracker_store.retrieve,
            Room(receiving, ANSWERING),
        )  # fmt: skip
        service = cls(desk, receiving)
        service._tasks += [asyncio.create_task(service._learn(team)) for team in settings.tokens]
        service._tasks.append(asyncio.create_task(service._keep_clean()))
        outbox.start()
        service.work.start()
        service._tasks.append(asyncio.create_task(service.reminders.run()))
        if settings.app_token:
            from channels.slack.socket import connect

            service._socket = await connect(service.app, settings)
        return service

    async def stop(self) -> None:
        """End what is under way, as far as it is quick."""
        if self._socket is not None:
            await self._socket.close()
        self.desk.reviewing.end()
        for task in self._tasks:
            task.cancel()
        running = (self.work.lanes, self.desk.outbox.lanes, self.reminders.lanes)
        await asyncio.gather(*(lanes.close(STOPPING_S) for lanes in running))
        await self.desk.api.close()
        self.desk.store.close()

    async def receive(self, request: Request) -> HTTPResponse:
        """Answer a request over HTTPS: 401 when it is not signed by Slack just now, before anything is read of it."""
        stamp = request.headers.get("x-slack-request-timestamp", "")
        signature = request.headers.get("x-slack-signature", "")
        try:
            fresh = stamp.isascii() and stamp.isdigit() and self._verifier is not None
            signed = fresh and self._verifier.is_valid(request.body, stamp, signature)
        except (ValueError, TypeError):
            signed = False
        if not signed:
            return empty(401)
        try:
            with self.receiving.one():
                return await self._handler.handle(request)
        except (ValueError, TypeError, AttributeError, KeyError):  # signed, and yet of no form that we know
            return empty(400, headers={"X-Slack-No-Retry": "1"})

    async def _learn(self, team: str) -> None:
        """Ask Slack who the assistant is in a workspace, until Slack answers."""
        tries = 0
        while True:
            try:
                return await self.desk.api.learn(team)
            except LaterError as error:
                await asyncio.sleep(error.seconds if error.seconds is not None else backoff(tries))
                tries += 1
            except CallFailedError as error:
                logger.error("slack.workspace.refused team=%s error=%s", team or "-", error.error)
                return None

    async def _keep_clean(self) -> None:
        while True:
            await asyncio.sleep(CLEAN_S)
            self.desk.store.clean()
