"""Socket Mode: Slack's events over a connection that we open, for servers without a public address."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from channels.slack.api import TIMEOUT_S
from channels.slack.settings import SlackSettings

PING_S = 10.0
_log = logging.getLogger("channels.slack.socket_library")
_log.setLevel(logging.CRITICAL)  # its lines can hold addresses with a ticket


class Connection:
    """An open socket; it connects again by itself when Slack closes it."""

    def __init__(self, handler: AsyncSocketModeHandler, connecting: asyncio.Task[Any]) -> None:
        self._handler, self._connecting = handler, connecting

    async def close(self) -> None:
        self._connecting.cancel()
        await self._handler.close_async()


async def connect(app: AsyncApp, settings: SlackSettings) -> Connection:
    """Begin to connect, and return at once: the server starts also while Slack cannot be reached."""
    web = AsyncWebClient(base_url=settings.api, timeout=TIMEOUT_S, retry_handlers=[], logger=_log)
    handler = AsyncSocketModeHandler(app, settings.app_token, logger=_log, web_client=web, ping_interval=PING_S)
    return Connection(handler, asyncio.create_task(handler.connect_async()))
