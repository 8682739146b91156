"""Slack beside Rasa's channels on the same server: HTTPS at /slack/events, or Socket Mode."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, HTTPResponse, Request, Sanic
from sanic.response import empty

from channels.slack.settings import SlackSettings
from coach.settings import settings as where

if TYPE_CHECKING:
    from channels.slack.service import Service


class SlackChannel(InputChannel):
    """The channel of all workspaces in the settings."""

    def __init__(self, settings: SlackSettings) -> None:
        self.settings = settings
        self.service: Service | None = None

    @classmethod
    def name(cls) -> str:
        return "slack"

    def url_prefix(self) -> str:
        return "/slack"

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """Return the routes. Commands and buttons may be sent to the same address as events."""
        blueprint = Blueprint("slack")

        async def start(app: Sanic, loop: Any) -> None:
            from channels.slack.service import Service

            self.service = await Service.started(self.settings, where().home, app.ctx.agent, on_new_message)

        async def stop(app: Sanic, loop: Any) -> None:
            if self.service is not None:
                await self.service.stop()

        async def receive(request: Request) -> HTTPResponse:
            return empty(503) if self.service is None else await self.service.receive(request)

        blueprint.listener("before_server_start")(start)
        blueprint.listener("before_server_stop")(stop)
        if self.settings.signing_secret:
            for path in ("/events", "/commands", "/interactivity"):
                blueprint.add_route(receive, path, methods=["POST"], name=f"receive_{path[1:]}")
        return blueprint
