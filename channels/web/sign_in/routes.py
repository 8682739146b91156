"""`/sign_in` and `/sign_out`: the pages, the invite's button, the way to the company's sign-in and back."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

from channels.web.answer import Refused, answer, body_of, text_in
from channels.web.sign_in import html
from channels.web.sign_in.company import come_back, farewell, send_away
from channels.web.sign_in.guard import SIGN_IN, SIGN_OUT, WHOSE
from channels.web.sign_in.settings import INVITE, OIDC
from channels.web.sign_in.way_back import way_back
from coach.anonymous import places_of
from coach.sign_in.table import DamagedTableError

if TYPE_CHECKING:
    from sanic import Blueprint, HTTPResponse, Request

    from channels.web.sign_in.gate import Gate
    from coach.sign_in.invites import Invite

log = logging.getLogger(__name__)
LONGEST_CODE = 500  # characters; a whole link may be pasted


def add_to(blueprint: Blueprint) -> None:
    """Add the routes."""
    blueprint.add_route(show, SIGN_IN, methods=["GET"], name="sign_in")
    blueprint.add_route(by_invite, SIGN_IN, methods=["POST"], name="sign_in_by_invite")
    blueprint.add_route(whose, WHOSE, methods=["POST"], name="sign_in_whose")
    blueprint.add_route(callback, f"{SIGN_IN}/callback", methods=["GET"], name="sign_in_callback")
    blueprint.add_route(file, f"{SIGN_IN}/<name:str>", methods=["GET"], name="sign_in_file")
    blueprint.add_route(sign_out, SIGN_OUT, methods=["POST"], name="sign_out")


async def show(request: Request) -> HTTPResponse:
    """Show how to sign in, or go on where that is not needed."""
    gate, back = _gate(request), way_back(request.args.get("next"))
    if gate.settings.how == OIDC and gate.person(request) is None:
        return await send_away(request, gate, back)
    if gate.settings.how == INVITE and (gate.person(request) is None or "again" in request.args):
        return html.page(request, "sign_in", back=back, wrong="")
    return _go(back if "#" in back else f"{back}#/start")  # else a browser would carry the link's secret along


async def by_invite(request: Request) -> HTTPResponse:
    """Sign in with the secret of an invite link; the link's page sends it when its button is pressed."""
    gate, back = _gate(request), way_back(request.form.get("next"))
    if gate.settings.how != INVITE:
        return _go(SIGN_IN)
    if wait_s := gate.limit.wait_s(_address(request)):
        return html.told(request, "too_many", 429, minutes=wait_s // 60 + 1, again=SIGN_IN)
    try:
        invite = _invite(request, gate, request.form.get("code") or "")
        if invite is None:
            return html.page(request, "sign_in", 403, back=back, wrong="fault_invite")
        response = _go(back)
        gate.begin(request, response, gate.of_invite(invite))
        gate.invites.note_use(invite, time.time())
    except (OSError, DamagedTableError) as error:
        log.error("sign_in.failed %s", places_of(error))
        return html.told(request, "trouble", 503, again=SIGN_IN)
    return response


async def whose(request: Request) -> HTTPResponse:
    """Say whose link it is, so that nobody signs in as somebody else unawares."""
    gate, code = _gate(request), text_in(body_of(request), "code")
    if gate.settings.how != INVITE:
        raise Refused(404)
    if gate.limit.wait_s(_address(request)):
        raise Refused(429)
    try:
        invite = _invite(request, gate, code)
    except (OSError, DamagedTableError) as error:
        raise Refused(503) from error
    if invite is None:
        raise Refused(404)
    return answer({"name": invite.name})


async def callback(request: Request) -> HTTPResponse:
    """Take who comes back from the company's sign-in, or from signing out there: then without a word."""
    gate = _gate(request)
    if not request.query_string:
        return _go("/")
    return await come_back(request, gate) if gate.settings.how == OIDC else _go(SIGN_IN)


async def sign_out(request: Request) -> HTTPResponse:
    """End the session, or all of the person, and show the page, which says that nobody is signed in.

    Where the company's sign-in offers it, the browser goes there first, to sign out there too.
    """
    gate = _gate(request)
    person = gate.person(request)
    try:
        gate.end(request, everywhere=bool(request.form.get("everywhere")))
    except OSError as error:
        log.error("sign_out.failed %s", places_of(error))
        return html.told(request, "not_out", 503, again="/")
    url = await farewell(gate, person.user) if person and gate.settings.how == OIDC else None
    # a page that leads on, and no redirect: the policy of our page keeps its forms, and where they lead, to this site
    response = html.page(request, "signed_out", url=url) if url else _go("/")
    gate.forget_cookie(request, response)
    return response


async def file(request: Request, name: str) -> HTTPResponse:
    """Return a file of these pages."""
    from sanic.exceptions import NotFound

    if name not in html.FILES:
        raise NotFound("no such file")
    return html.file(name)


def _invite(request: Request, gate: Gate, code: str) -> Invite | None:
    """Return the invite of a secret, or of a whole link; a wrong one counts against who sent it."""
    secret = code[:LONGEST_CODE].strip().rpartition("#")[2]
    invite = gate.invites.of_secret(secret, time.time())
    if invite is None:
        gate.limit.failed(_address(request))
    return invite


def _gate(request: Request) -> Gate:
    gate: Gate = request.app.ctx.sign_in
    return gate


def _address(request: Request) -> str:
    return request.remote_addr or request.ip


def _go(to: str) -> HTTPResponse:
    from sanic import response

    return response.redirect(to, status=303, headers={"cache-control": "no-store"})
