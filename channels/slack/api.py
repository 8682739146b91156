"""Calls of Slack's Web API: what went wrong is told as a value, never with a token, a name or a word of anybody."""

from __future__ import annotations

import asyncio
import json
import logging
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from channels.slack.settings import ONLY, SLACK_API, SlackSettings

TIMEOUT_S = 20
RETRY_AFTER_S = 30.0  # when Slack says "slow down" without saying how long
# what comes of Slack's own trouble or of too many calls: the same call works later
PASSING = frozenset(
    ["ratelimited", "rate_limited", "internal_error", "fatal_error", "service_unavailable", "request_timeout"]
)
# the token is no longer good, so nothing will work for this workspace until somebody installs the app again
GONE = frozenset(["token_revoked", "token_expired", "invalid_auth", "not_authed", "account_inactive"])
UNANSWERED = (asyncio.TimeoutError, aiohttp.ServerDisconnectedError, aiohttp.ClientOSError, aiohttp.ClientPayloadError)
HOSTS = ("hooks.slack.com", "files.slack.com")  # answers to commands; shared files
logger = logging.getLogger(__name__)


class CallFailedError(Exception):
    """Slack refused a call for good. `error` is Slack's own word for it; `needed` names the missing scope."""

    def __init__(self, method: str, error: str, needed: str = "") -> None:
        super().__init__(f"{method}: {error}")
        self.method, self.error, self.needed = method, error, needed


class LaterError(Exception):
    """The call may work in `seconds`. `unsure`: it went out, and Slack did not say whether it was carried out."""

    def __init__(self, method: str, reason: str, seconds: float | None = None, *, unsure: bool = False) -> None:
        super().__init__(f"{method}: {reason}")
        self.method, self.reason, self.seconds, self.unsure = method, reason, seconds, unsure


class Api:
    """The Web API for each workspace of the settings. Made within a running event loop."""

    def __init__(self, settings: SlackSettings) -> None:
        self.settings = settings
        self.bots: dict[str, str] = {}  # the assistant's user id by workspace
        self.off: set[str] = set()  # workspaces whose token is no longer good
        self._tokens = dict(settings.tokens)
        self.session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=TIMEOUT_S), trust_env=True)
        self._paused: dict[tuple[str, str], float] = {}
        self.client = self._client(None)

    async def close(self) -> None:
        await self.session.close()

    def knows(self, team: str | None) -> bool:
        """Say whether there is a token for this workspace. The one of SLACK_BOT_TOKEN is learned from Slack."""
        return team in self._tokens or (ONLY in self._tokens and bool(team))

    def token(self, team: str) -> str:
        """Return the workspace's token. Raises KeyError."""
        return self._tokens[team] if team in self._tokens else self._tokens[ONLY]

    def web(self, team: str) -> AsyncWebClient:
        """Return Bolt's client for a workspace."""
        return self._client(self.token(team))

    async def call(self, team: str, method: str, **arguments: Any) -> dict[str, Any]:
        """Make one call. Raises CallFailedError or LaterError."""
        self._wait_for_pause(team, method)
        form = {key: _field(value) for key, value in arguments.items() if value is not None}
        try:
            answer = await self.web(team).api_call(method, data=form)
        except SlackApiError as error:
            raise self._refused(team, method, error) from None
        except UNANSWERED as error:
            unsure = not isinstance(error, aiohttp.ClientConnectorError)
            raise LaterError(method, type(error).__name__, unsure=unsure) from None
        except aiohttp.ClientError as error:
            raise LaterError(method, type(error).__name__) from None
        return dict(answer.data) if isinstance(answer.data, dict) else {}

    async def learn(self, team: str) -> None:
        """Ask Slack who the assistant is in this workspace. Raises as `call`."""
        who = await self.call(team, "auth.test")
        found = str(who.get("team_id") or team)
        if team != ONLY and found != team:
            self.off.add(team)
            raise CallFailedError("auth.test", "token_of_another_workspace")
        if team == ONLY:
            self._tokens = {found: self._tokens[ONLY]}
        self.bots[found] = str(who.get("user_id", ""))

    def _client(self, token: str | None) -> AsyncWebClient:
        # no retries by the library: whether a message may be sent again is decided by the outbox
        return AsyncWebClient(
            token, self.settings.api, TIMEOUT_S, session=self.session, retry_handlers=[], logger=_SILENT
        )

    def _wait_for_pause(self, team: str, method: str) -> None:
        left = self._paused.get((team, method), 0.0) - asyncio.get_running_loop().time()
        if left > 0:
            raise LaterError(method, "ratelimited", left)

    def _refused(self, team: str, method: str, error: SlackApiError) -> Exception:
        answer = error.response
        status = getattr(answer, "status_code", None) or getattr(answer, "status", 0)
        data = getattr(answer, "data", None)
        data = data if isinstance(data, dict) else {}
        word = str(data.get("error") or f"http_{status}")
        if status == 429 or word in ("ratelimited", "rate_limited"):
            seconds = _seconds(answer)
            self._paused[team, method] = asyncio.get_running_loop().time() + seconds
            return LaterError(method, "ratelimited", seconds)
        if status >= 500 or status == 0 or word in PASSING or not data:
            return LaterError(method, word, unsure=True)
        if word in GONE:
            self.leave(team, word)
        return CallFailedError(method, word, str(data.get("needed") or ""))

    def may_respond(self, url: str) -> bool:
        """Say whether answers may go to this address: Slack's own, or beside the stand-in that is set up."""
        there, ours = urlsplit(url), urlsplit(self.settings.api)
        if self.settings.api != SLACK_API and (there.scheme, there.netloc) == (ours.scheme, ours.netloc):
            return True
        return there.scheme == "https" and there.netloc in HOSTS

    def leave(self, team: str, word: str) -> None:
        """Note that the workspace cannot be spoken to any more."""
        if team not in self.off:
            self.off.add(team)
            logger.error("slack.workspace.off team=%s error=%s", team, word)


def _seconds(answer: Any) -> float:
    headers = getattr(answer, "headers", None) or {}
    value = next((headers[name] for name in headers if name.lower() == "retry-after"), None)
    try:
        return max(0.0, float(value)) if value is not None else RETRY_AFTER_S
    except ValueError:
        return RETRY_AFTER_S


def _field(value: Any) -> str:
    """Write a value as a form field, as all methods of the Web API take it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


_SILENT = logging.getLogger("channels.slack.library")
_SILENT.setLevel(logging.CRITICAL)  # the library's own lines can hold what was said
