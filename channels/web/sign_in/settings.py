"""How people sign in, read from the environment; what does not fit is listed, and then the server does not start."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import urlsplit

LOCAL, INVITE, OIDC = "local", "invite", "oidc"
SHORTEST_TOKEN = 20  # characters; a program keeps it, nobody has to remember it


class Problem(NamedTuple):
    """What does not fit; the words are server_sign_in_<kind>, the rest fills them."""

    kind: str
    value: str = ""
    name: str = ""
    least: int = 0
    most: int = 0


class BadSignInError(Exception):
    """The settings do not let people sign in safely; `problems` lists why."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(str(problems))
        self.problems = problems


@dataclass(frozen=True)
class Oidc:
    """The company's sign-in. `domains`: of e-mail addresses, None lets in whomever the provider lets in.

    `manager_claim`: claim and value that make a manager, beside those in `managers`.
    """

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    domains: frozenset[str] | None
    managers: frozenset[str] = frozenset()
    manager_claim: tuple[str, str] | None = None


@dataclass(frozen=True)
class SignIn:
    """`how`: local, invite or oidc. `public_url`: as the browser sees the server. `session_s`: without use."""

    how: str = LOCAL
    public_url: str = ""
    session_s: int = 12 * 3600
    proxies: int = 0
    rest_token: str = field(default="", repr=False)
    oidc: Oidc | None = None
    hosts: frozenset[str] = frozenset()  # names under which the server answers though nobody signs in

    @property
    def on(self) -> bool:
        """Say whether people have to sign in."""
        return self.how != LOCAL


def sign_in_settings(environ: Mapping[str, str], host: str) -> SignIn:
    """Return the settings for a server that listens on `host`. Raises BadSignInError."""
    problems: list[Problem] = []
    how = _text(environ, "COACH_SIGN_IN") or LOCAL
    if how not in (LOCAL, INVITE, OIDC):
        problems.append(Problem("unknown", how))
    elif how == LOCAL and not is_loopback(host):
        problems.append(Problem("needed", host))
    public_url = _text(environ, "COACH_PUBLIC_URL").rstrip("/")
    if public_url and not _is_address(public_url, secure=how == OIDC):
        problems.append(Problem("url", public_url, "COACH_PUBLIC_URL"))
    token = _text(environ, "COACH_REST_TOKEN")
    if token and len(token) < SHORTEST_TOKEN:
        problems.append(Problem("token", least=SHORTEST_TOKEN))
    settings = SignIn(
        how, public_url, 3600 * _number(environ, "COACH_SESSION_HOURS", 12, 1, 168, problems),
        _number(environ, "COACH_PROXIES", 0, 0, 9, problems), token,
        _oidc(environ, problems) if how == OIDC else None, frozenset(_listed(environ, "COACH_HOSTS")),
    )  # fmt: skip
    if problems:
        raise BadSignInError(problems)
    return settings


def is_loopback(host: str) -> bool:
    """Say whether a server that listens on `host` is reached from this computer only."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def _oidc(environ: Mapping[str, str], problems: list[Problem]) -> Oidc:
    needed = ("COACH_OIDC_ISSUER", "COACH_OIDC_CLIENT_ID", "COACH_OIDC_CLIENT_SECRET", "COACH_OIDC_DOMAINS")
    missing = [name for name in (*needed, "COACH_PUBLIC_URL") if not _text(environ, name)]
    if missing:
        problems.append(Problem("missing", ", ".join(missing)))
    issuer, client_id, secret, domains = (_text(environ, name) for name in needed)
    if issuer and not _is_address(issuer, secure=True, whole=False):
        problems.append(Problem("url", issuer, "COACH_OIDC_ISSUER"))
    claim, equals, value = _text(environ, "COACH_OIDC_MANAGER_CLAIM").partition("=")
    if claim and not (equals and value):
        problems.append(Problem("claim", claim))
    managers = frozenset(_listed(environ, "COACH_MANAGERS"))
    allowed = None if domains == "*" else frozenset(name.lstrip("@") for name in _listed(environ, "COACH_OIDC_DOMAINS"))
    return Oidc(issuer, client_id, secret, allowed, managers, (claim.strip(), value.strip()) if claim else None)


def _text(environ: Mapping[str, str], name: str) -> str:
    return environ.get(name, "").strip()


def _listed(environ: Mapping[str, str], name: str) -> list[str]:
    return [part.lower() for part in environ.get(name, "").replace(",", " ").split()]


def _number(environ: Mapping[str, str], name: str, default: int, least: int, most: int, problems: list[Problem]) -> int:
    value = _text(environ, name)
    if not value:
        return default
    if value.isascii() and value.isdigit() and least <= int(value[:9]) <= most:
        return int(value)
    problems.append(Problem("number", value, name, least, most))
    return default


def _is_address(url: str, *, secure: bool, whole: bool = True) -> bool:
    """Say whether `url` is an address to be trusted: https, or http on this computer. `whole`: without a path."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    schemes = ("https", "http") if not secure or is_loopback(host) else ("https",)
    plain = not (parts.query or parts.fragment or parts.username or parts.password) and not (whole and parts.path)
    return parts.scheme in schemes and bool(host) and plain
