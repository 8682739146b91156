"""What every request passes first: who it is from, and whether it may come in at all."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING

from channels.web.answer import API, fault
from channels.web.sign_in.foreign import is_foreign, is_foreign_host

if TYPE_CHECKING:
    from sanic import HTTPResponse, Request, Sanic

    from channels.web.sign_in.gate import Gate

SIGN_IN, SIGN_OUT = "/sign_in", "/sign_out"
WHOSE = "/api/sign_in/whose"
OPEN = ("/api/words", WHOSE)  # the words of the page, which also says that nobody is signed in
WEBHOOKS = "/webhooks/"
SELF_CHECKED = ("slack", "facebook", "botframework", "hangouts")  # channels that check a signature themselves
STREAM = "text/event-stream"


def attach(app: Sanic, gate: Gate) -> None:
    """Let each request of `app` pass the guard."""
    app.ctx.sign_in = gate
    app.config.PROXIES_COUNT = gate.settings.proxies or None
    app.register_middleware(let_in, "request")
    app.register_middleware(renew, "response")


async def let_in(request: Request) -> HTTPResponse | None:
    """Refuse what may not come in, and put the person of all else into `request.ctx.person`."""
    gate: Gate = request.app.ctx.sign_in
    path = request.path
    if is_foreign_host(request, gate.settings):
        return fault(request, 403, "foreign_host", name=request.host[:100])
    if path.startswith(WEBHOOKS):
        return _webhook(request, gate)
    if not path.startswith((API, SIGN_IN, SIGN_OUT)):
        return None
    if is_foreign(request, gate.settings.public_url):
        # a program that sends a form is told what is wrong with it: it comes from no page
        browser = "origin" in request.headers or "sec-fetch-site" in request.headers
        kind = path.startswith(API) and not browser
        return fault(request, 415, "wrong_kind") if kind else fault(request, 403, "foreign_page")
    if not path.startswith(API) or path in OPEN:
        return None
    person = gate.person(request)
    if person is None:
        return fault(request, 401, "signed_out", more={"sign_in": gate.settings.how, "sign_in_url": SIGN_IN})
    request.ctx.person = person
    return None


async def renew(request: Request, response: HTTPResponse) -> None:
    """Sign the cookie of a session in use anew; a page left open with its stream is not in use."""
    if response is not None and not str(response.content_type).startswith(STREAM) and response.status < 400:
        request.app.ctx.sign_in.renew(request, response)


def _webhook(request: Request, gate: Gate) -> HTTPResponse | None:
    """Anybody could speak for anybody here: with sign-in on, only a program that knows the token gets in."""
    token = gate.settings.rest_token
    channel = request.path[len(WEBHOOKS) :].partition("/")[0]
    if channel in SELF_CHECKED or not (gate.settings.on or token):
        return None
    scheme, _, sent = request.headers.get("authorization", "").partition(" ")
    if token and scheme.lower() == "bearer" and hmac.compare_digest(sent.strip().encode(), token.encode()):
        return None
    return fault(request, 401, "rest_closed")
