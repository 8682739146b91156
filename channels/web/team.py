"""`GET /api/team`: for managers, the results of those who let them be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from channels.web.answer import Refused, answer
from channels.web.looking import seen
from coach.view.progress import team as team_view

if TYPE_CHECKING:
    from sanic import Blueprint, HTTPResponse, Request


def add_to(blueprint: Blueprint) -> None:
    """Add the route."""
    blueprint.add_route(team, "/api/team", methods=["GET"])


async def team(request: Request) -> HTTPResponse:
    """Return the shared results."""
    managers_only(request)
    return answer(await seen(request, team_view))


def managers_only(request: Request) -> None:
    """Raise Refused unless a manager asks."""
    if not request.ctx.person.manager:
        raise Refused(403)
