"""`/api/scenarios`, `/api/drills`, `/api/start`: what can be practised, and where to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from channels.web.answer import answer
from channels.web.looking import seen, state_of
from coach.view.scenarios import drills as drills_view
from coach.view.scenarios import scenarios as scenarios_view
from coach.view.start import start as start_view
from coach.view.state import conversation_in

if TYPE_CHECKING:
    from sanic import Blueprint, HTTPResponse, Request


def add_to(blueprint: Blueprint) -> None:
    """Add the routes."""
    blueprint.add_route(scenarios, "/api/scenarios", methods=["GET"])
    blueprint.add_route(drills, "/api/drills", methods=["GET"])
    blueprint.add_route(start, "/api/start", methods=["GET"])


async def scenarios(request: Request) -> HTTPResponse:
    """Return the library of scenarios."""
    return answer(await seen(request, scenarios_view, await _state(request)))


async def drills(request: Request) -> HTTPResponse:
    """Return the drills."""
    return answer(await seen(request, drills_view))


async def start(request: Request) -> HTTPResponse:
    """Return where to go on."""
    return answer(await seen(request, start_view, await _state(request)))


async def _state(request: Request):  # type: ignore[no-untyped-def]
    return conversation_in(await state_of(request))
