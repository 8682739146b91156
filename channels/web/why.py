"""`POST /api/why`: why a sentence is judged as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from channels.web.answer import Json, Refused, answer, body_of, text_in
from channels.web.looking import seen
from coach.context import Context
from coach.view.why import why as why_view

if TYPE_CHECKING:
    from sanic import Blueprint, HTTPResponse, Request


def add_to(blueprint: Blueprint) -> None:
    """Add the route."""
    blueprint.add_route(why, "/api/why", methods=["POST"])


async def why(request: Request) -> HTTPResponse:
    """Return the explanation."""
    body = body_of(request)
    try:
        return answer(await seen(request, _why, text_in(body, "task"), text_in(body, "text")))
    except ValueError as error:
        raise Refused(400, "bad_field", name=error.args[0]) from None


def _why(task: str, text: str, lang: str, context: Context) -> Json:
    return why_view(task, text, lang, context.tools)
