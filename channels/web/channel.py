"""The web page as a channel of Rasa: serves `/`, `/assets/` and `/api/`. Named in credentials.yml."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from types import ModuleType
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, Sanic

from channels.web import (
    accounts,
    chat,
    files,
    live,
    me,
    methodology,
    pages,
    progress,
    review,
    scenarios,
    team,
    why,
    words,
)
from channels.web.answer import answer_error
from channels.web.live import Live
from channels.web.sign_in import routes as sign_in
from channels.web.taking import Taking

# each has `add_to(blueprint)`, which adds its routes; handlers find `request.ctx.person` (sign_in/guard.py)
ENDPOINTS: tuple[ModuleType, ...] = (
    me, sign_in, chat, files, live, words, why, scenarios, progress, accounts, review, team, methodology, pages,
)  # fmt: skip


class WebPage(InputChannel):
    """Has no fields in credentials.yml."""

    @classmethod
    def name(cls) -> str:
        return "web"

    def url_prefix(self) -> str:
        return "/"  # absolute: not below /webhooks/

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """Return all routes of the page and its API."""
        blueprint = PageBlueprint("web")
        for endpoints in ENDPOINTS:
            endpoints.add_to(blueprint)
        return blueprint


class PageBlueprint(Blueprint):
    """A blueprint that also cares for the requests that fit none of its routes."""

    def register(self, app: Sanic, options: dict[str, Any]) -> None:
        """Add the routes, answers to errors, and what the endpoints share, to `app`."""
        if not hasattr(app.ctx, "messages"):  # stock `rasa run`, which has a page of its own at "/" and no log of turns
            return
        super().register(app, options)
        app.error_handler.add(Exception, answer_error)
        app.ctx.live = Live()
        app.ctx.taking = Taking(app.ctx)
        app.ctx.messages.listen(app.ctx.live.turn)
        app.register_listener(app.ctx.live.end, "before_server_stop")
