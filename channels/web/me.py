"""`GET /api/me`: who the page is speaking for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from channels.web.answer import answer
from coach import __version__

if TYPE_CHECKING:
    from sanic import Blueprint, HTTPResponse, Request


def add_to(blueprint: Blueprint) -> None:
    """Add the route."""
    blueprint.add_route(me, "/api/me", methods=["GET"])


async def me(request: Request) -> HTTPResponse:
    """Return name and rights of the person, and how one signs in."""
    person = request.ctx.person
    return answer({**vars(person), "sign_in": request.app.ctx.sign_in.settings.how, "version": __version__})
