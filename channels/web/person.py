"""Who sends a request."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from channels.web.answer import API
from coach import terminal

if TYPE_CHECKING:
    from sanic import HTTPResponse, Request

LOCAL = "local"  # the page on one's own computer, without a sign-in


@dataclass(frozen=True)
class Person:
    """`user` is the key of the account book, the results and the conversation; managers may edit the methodology."""

    user: str
    name: str
    manager: bool


def local() -> Person:
    """Return the user of this computer: the page goes on with the conversation of the terminal."""
    user = terminal.user()
    return Person(user, user, manager=True)


async def recognise(request: Request) -> HTTPResponse | None:
    """Put the person into `request.ctx.person`, before any endpoint of the API."""
    if request.path.startswith(API):
        request.ctx.person = local()
    return None


def sign_in_kind() -> str:
    """Return how people sign in: local, invite or oidc."""
    return LOCAL
