"""`GET /api/words`: every word of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from channels.web.answer import answer
from coach.assistant import shared_assistant
from coach.view.words import page_words

if TYPE_CHECKING:
    from sanic import Blueprint, HTTPResponse, Request


def add_to(blueprint: Blueprint) -> None:
    """Add the route."""
    blueprint.add_route(words, "/api/words", methods=["GET"])


async def words(request: Request) -> HTTPResponse:
    """Return the words in both languages."""
    return answer(page_words(shared_assistant().tools.knowledge))
