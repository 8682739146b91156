"""To the company's sign-in and back again: each way once, and in one browser."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import re
import secrets
import time
from typing import TYPE_CHECKING

from channels.web.sign_in import html
from channels.web.sign_in.oidc import DeniedError, Json, Provider, UnreachableError
from channels.web.sign_in.token import known
from channels.web.sign_in.way_back import way_back
from coach.anonymous import places_of

if TYPE_CHECKING:
    from sanic import HTTPResponse, Request

    from channels.web.sign_in.gate import Gate

log = logging.getLogger(__name__)
FAREWELL_S = 3.0
TRAVELLING_S = 600  # to type a password and fetch the telephone
AGAIN = "/sign_in"


async def send_away(request: Request, gate: Gate, back: str) -> HTTPResponse:
    """Send the browser to the provider, with a note in a cookie on what we asked."""
    from sanic import response

    state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
    try:
        url = await _provider(gate).begin(state, nonce, verifier)
        sent = response.redirect(url, status=303, headers={"cache-control": "no-store"})
        note = {"state": state, "nonce": nonce, "verifier": verifier, "back": back}
        gate.cookies.put(request, sent, _cookie(state), note, TRAVELLING_S, "Lax")
    except (UnreachableError, OSError) as error:
        return _trouble(request, error)
    return sent


async def come_back(request: Request, gate: Gate) -> HTTPResponse:
    """Sign in whom the provider vouches for; whatever is wrong is said, and nobody is signed in."""
    from sanic import response

    state = request.args.get("state") or ""
    try:
        note = _note(request, gate, state)
        if note is None:
            return html.told(request, "stale", 400, again=AGAIN)
        if error := request.args.get("error"):
            return _refused(request, gate, state, error)
        issuer = request.args.get("iss")
        if issuer is not None and issuer != _provider(gate).settings.issuer:  # RFC 9207: another provider's answer
            raise DeniedError("token")
        tokens = await _provider(gate).exchange(request.args.get("code") or "", note["verifier"])
        who = await known(_provider(gate), tokens, note["nonce"])
        done = response.redirect(way_back(note["back"]), status=303, headers={"cache-control": "no-store"})
        gate.begin(request, done, gate.of_company(who.user, who.name, who.manager))
    except DeniedError as error:
        return _left(request, gate, state, html.told(request, error.reason, 403, again=AGAIN))
    except (UnreachableError, OSError) as error:
        return _trouble(request, error)
    return _left(request, gate, state, done)


async def farewell(gate: Gate, user: str) -> str | None:
    """Return where the browser goes to sign out at the provider too; None where that is not offered, or not to be had.

    Nobody waits long for it: here the person is signed out already.
    """
    try:
        return await asyncio.wait_for(_provider(gate).end_session(user), FAREWELL_S)
    except (UnreachableError, OSError, asyncio.TimeoutError) as error:
        log.error("sign_out.not_at_the_provider %s", places_of(error))
        return None


def _note(request: Request, gate: Gate, state: str) -> Json | None:
    """Return what this browser was sent away with, once."""
    found = gate.cookies.get(request, _cookie(state), TRAVELLING_S)
    if not found or not isinstance(found[0], dict) or not secrets.compare_digest(_of(found[0]), state.encode()):
        return None
    now = time.time()
    for old in [one for one, until in gate.used_states.items() if until < now]:
        del gate.used_states[old]
    if state in gate.used_states:
        return None
    gate.used_states[state] = now + TRAVELLING_S
    return found[0]


def _of(note: Json) -> bytes:
    return str(note.get("state")).encode()


def _refused(request: Request, gate: Gate, state: str, error: str) -> HTTPResponse:
    """Say what the provider said: that the person turned back, or that it would not."""
    cancelled = error in ("access_denied", "user_cancelled", "interaction_required", "login_required")
    if not cancelled:
        log.error("oidc.refused %s", error if re.fullmatch(r"[a-z_]{1,40}", error) else "?")
    reason = "cancelled" if cancelled else "provider"
    return _left(request, gate, state, html.told(request, reason, 403, again=AGAIN))


def _left(request: Request, gate: Gate, state: str, answer: HTTPResponse) -> HTTPResponse:
    gate.cookies.drop(request, answer, _cookie(state))
    return answer


def _trouble(request: Request, error: Exception) -> HTTPResponse:
    reason = "unreachable" if isinstance(error, UnreachableError) else "trouble"
    log.error("sign_in.failed %s", places_of(error))
    return html.told(request, reason, 503, again=AGAIN)


def _cookie(state: str) -> str:
    """A cookie for each sign-in under way: two tabs do not spoil each other's."""
    return f"coach_way_{hashlib.sha256(state.encode('utf-8', errors='replace')).hexdigest()[:12]}"


def _provider(gate: Gate) -> Provider:
    assert gate.provider is not None
    return gate.provider
