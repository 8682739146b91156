"""What the environment says about Slack: off, or all that is needed; a half configuration is refused.

Nothing of Slack is imported here, so that a server without Slack starts as quickly as ever.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

SECRET, APP_TOKEN = "SLACK_SIGNING_SECRET", "SLACK_APP_TOKEN"
TOKEN, TOKENS = "SLACK_BOT_TOKEN", "SLACK_BOT_TOKENS"
API = "SLACK_API_URL"  # another address of the Web API: a relay of the company, a stand-in in tests
SLACK_API = "https://slack.com/api/"
ONLY = ""  # the workspace of SLACK_BOT_TOKEN, until Slack says which one it is
_TEAM = re.compile(r"T[A-Z0-9]{2,20}")  # not E: a token for a whole organisation belongs to no workspace
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


class HalfConfiguredError(ValueError):
    """Something is missing or malformed. `kind` says what, `name` is the variable; its value is never told."""

    def __init__(self, kind: str, name: str) -> None:
        super().__init__(f"{kind}: {name}")
        self.kind, self.name = kind, name


@dataclass(frozen=True)
class SlackSettings:
    """`tokens`: bot token by workspace. HTTPS with a signing secret, Socket Mode with an app token."""

    tokens: Mapping[str, str] = field(repr=False)
    signing_secret: str | None = field(default=None, repr=False)
    app_token: str | None = field(default=None, repr=False)
    api: str = SLACK_API


def slack_settings(environ: Mapping[str, str]) -> SlackSettings | None:
    """Return the settings, None when Slack is off. Raises HalfConfiguredError."""
    given = {name: environ.get(name, "").strip() for name in (SECRET, APP_TOKEN, TOKEN, TOKENS)}
    if not any(given.values()):
        return None
    if not (given[SECRET] or given[APP_TOKEN]):
        raise HalfConfiguredError("missing", f"{SECRET} / {APP_TOKEN}")
    if given[APP_TOKEN] and not given[APP_TOKEN].startswith("xapp-"):
        raise HalfConfiguredError("malformed", APP_TOKEN)
    if not (given[TOKEN] or given[TOKENS]):
        raise HalfConfiguredError("missing", f"{TOKEN} / {TOKENS}")
    if given[TOKEN] and given[TOKENS]:
        raise HalfConfiguredError("both", f"{TOKEN} / {TOKENS}")
    tokens = _several(given[TOKENS]) if given[TOKENS] else {ONLY: _token(given[TOKEN], TOKEN)}
    return SlackSettings(tokens, given[SECRET] or None, given[APP_TOKEN] or None, _api(environ.get(API, "").strip()))


def _several(value: str) -> dict[str, str]:
    """Read `T012=xoxb-...,T034=xoxb-...`."""
    tokens: dict[str, str] = {}
    for part in filter(None, (part.strip() for part in value.split(","))):
        team, _, token = (piece.strip() for piece in part.partition("="))
        if not _TEAM.fullmatch(team) or team in tokens:
            raise HalfConfiguredError("malformed", TOKENS)
        tokens[team] = _token(token, TOKENS)
    if not tokens:
        raise HalfConfiguredError("malformed", TOKENS)
    return tokens


def _token(value: str, name: str) -> str:
    if not value.startswith("xoxb-") or not value.isascii() or any(sign.isspace() for sign in value):
        raise HalfConfiguredError("malformed", name)
    return value


def _api(value: str) -> str:
    """Tokens go to this address: encrypted, or within this computer."""
    if not value:
        return SLACK_API
    url = urlsplit(value)
    if not url.hostname or not (url.scheme == "https" or (url.scheme == "http" and url.hostname in _LOOPBACK)):
        raise HalfConfiguredError("malformed", API)
    return value if value.endswith("/") else f"{value}/"
