"""`/api/progress`, `/api/results/...`: how the user's skills grow, the stored debriefs, and who may see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from channels.web.answer import Refused, answer, body_of
from channels.web.looking import seen
from coach.context import Context
from coach.progress.shared import share as share_results
from coach.view.progress import progress as progress_view
from coach.view.results import result as result_view

if TYPE_CHECKING:
    from sanic import Blueprint, HTTPResponse, Request


def add_to(blueprint: Blueprint) -> None:
    """Add the routes."""
    blueprint.add_route(progress, "/api/progress", methods=["GET"])
    blueprint.add_route(share, "/api/results/share", methods=["POST"], name="share_results")
    blueprint.add_route(result, "/api/results/<name>", methods=["GET"])


async def progress(request: Request) -> HTTPResponse:
    """Return the results over time and the drill that is next."""
    return answer(await seen(request, progress_view))


async def result(request: Request, name: str) -> HTTPResponse:
    """Return a stored debrief or review of the user."""
    found = await seen(request, result_view, name)
    if found is None:
        raise Refused(404)
    return answer(found)


async def share(request: Request) -> HTTPResponse:
    """Let managers see the user's results, or no longer."""
    on = body_of(request).get("on")
    if not isinstance(on, bool):
        raise Refused(400, "bad_field", name="on")
    return answer(await seen(request, _share, on, request.ctx.person.name))


def _share(on: bool, name: str, _lang: str, context: Context) -> dict[str, bool]:
    share_results(context.home, context.user, on, name)
    return {"shared": on}
