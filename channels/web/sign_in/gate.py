"""Who is speaking: finds the person of a request, begins and ends sessions."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from channels.web.person import Person, local
from channels.web.sign_in.cookie import Cookies
from channels.web.sign_in.keys import Keys
from channels.web.sign_in.limit import Limit
from channels.web.sign_in.settings import INVITE, LOCAL, OIDC, SignIn
from coach.sign_in.invites import Invite, Invites
from coach.sign_in.sessions import LONGEST_S, Session, Sessions
from coach.sign_in.table import DamagedTableError

if TYPE_CHECKING:
    from sanic import HTTPResponse, Request

    from channels.web.sign_in.oidc import Provider

SESSION = "coach"  # the cookie
RENEWED_AFTER = 24  # a cookie is signed anew when this part of its life is over


@dataclass
class Gate:
    """What signing in needs, once for a server."""

    settings: SignIn
    invites: Invites
    sessions: Sessions
    cookies: Cookies
    limit: Limit = field(default_factory=Limit)
    provider: Provider | None = None
    used_states: dict[str, float] = field(default_factory=dict)  # of sign-ins that came back, until when to remember

    def person(self, request: Request) -> Person | None:
        """Return who sent the request, None when nobody is signed in. Never raises."""
        if self.settings.how == LOCAL:
            return local()
        found = self._session(request)
        if found is None:
            return None
        session, request.ctx.signed_at = found
        return self._person(session)

    def begin(self, request: Request, response: HTTPResponse, session: Session) -> None:
        """Sign in: a new session always, and the one that this browser had ends. Raises OSError."""
        self.end(request)
        self._give(request, response, self.sessions.begin(session, time.time()))

    def end(self, request: Request, everywhere: bool = False) -> None:
        """Sign out: this session, or all of the person. Raises OSError."""
        found = self.cookies.get(request, SESSION, self.settings.session_s)
        if not found or not isinstance(found[0], str):
            return
        session = self.sessions.of(found[0], time.time())
        self.sessions.end(found[0])
        if everywhere and session:
            self.sessions.end_all(session.user)

    def forget_cookie(self, request: Request, response: HTTPResponse) -> None:
        """Delete the session's cookie in the browser."""
        self.cookies.drop(request, response, SESSION)

    def renew(self, request: Request, response: HTTPResponse) -> None:
        """Let a session that is used last: its cookie is signed anew now and then."""
        signed_at = getattr(request.ctx, "signed_at", None)
        if signed_at is None or time.time() - signed_at < self.settings.session_s / RENEWED_AFTER:
            return
        found = self.cookies.get(request, SESSION, self.settings.session_s)
        if found:
            self._give(request, response, found[0])

    def of_invite(self, invite: Invite) -> Session:
        """Return the session that the invite opens; it ends with the invite."""
        return Session(invite.user, invite.name, invite.manager, INVITE, time.time(), invite.until, invite.id)

    def of_company(self, user: str, name: str, manager: bool) -> Session:
        """Return the session of somebody whom the company's sign-in vouches for."""
        now = time.time()
        return Session(user, name, manager, OIDC, now, now + LONGEST_S)

    def _give(self, request: Request, response: HTTPResponse, sid: str) -> None:
        self.cookies.put(request, response, SESSION, sid, self.settings.session_s, "Strict")

    def _session(self, request: Request) -> tuple[Session, float] | None:
        try:
            found = self.cookies.get(request, SESSION, self.settings.session_s)
        except OSError:  # the keys cannot be read or written: nobody is signed in
            return None
        if found is None or not isinstance(found[0], str):
            return None
        session = self.sessions.of(found[0], time.time())
        return (session, found[1]) if session and session.how == self.settings.how else None

    def _person(self, session: Session) -> Person | None:
        """Return the person with the rights of this moment: an invite may have been taken back or changed."""
        if session.how == INVITE:
            try:
                invite = self.invites.of(session.user, time.time())
            except (OSError, DamagedTableError):
                return None
            good = invite is not None and invite.id == session.invite
            return Person(invite.user, invite.name, invite.manager) if invite and good else None
        oidc = self.settings.oidc
        if oidc is None or not is_allowed(session.user, oidc.domains):
            return None
        return Person(session.user, session.name, session.manager or session.user in oidc.managers)


def is_allowed(email: str, domains: frozenset[str] | None) -> bool:
    """Say whether the address is of one of the domains; None allows all."""
    return domains is None or email.rpartition("@")[2] in domains


def gate_of(settings: SignIn, home: Path) -> Gate:
    """Return the gate of a server whose files lie in `home`."""
    from channels.web.sign_in.oidc import Provider

    return Gate(
        settings, Invites(home), Sessions(home), Cookies(Keys(home), settings),
        provider=Provider(settings.oidc, settings.public_url) if settings.oidc else None,
    )  # fmt: skip


def is_signed_in(request: Request) -> bool:
    """Say whether who sent this request is still signed in: a stream asks before it goes on."""
    gate: Gate | None = getattr(request.app.ctx, "sign_in", None)
    if gate is None:
        return True
    person = gate.person(request)
    return person is not None and person.user == request.ctx.person.user
