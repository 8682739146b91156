"""Rasa's REST channel; nobody can say in a request who is speaking for whom, and a turn begun is a turn finished."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from rasa.core.channels.channel import UserMessage
from rasa.core.channels.rest import RestInput

if TYPE_CHECKING:
    from sanic import Blueprint, Request


class Rest(RestInput):
    """Passes on no `metadata`: in it, our own channels name the user whose account book a turn is about."""

    def get_metadata(self, request: Request) -> None:
        """Return None: what a request carries there is ignored."""
        return None

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """Return the routes. A client that goes away does not stop its turn between account book and conversation."""

        async def whole_turn(message: UserMessage) -> None:
            await asyncio.shield(asyncio.ensure_future(on_new_message(message)))

        return super().blueprint(whole_turn)
