"""The company's sign-in by OpenID Connect: asks the provider, and believes only what it has signed for us."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

from channels.web.sign_in.settings import Oidc, is_loopback

if TYPE_CHECKING:
    from authlib.integrations.httpx_client import AsyncOAuth2Client

log = logging.getLogger(__name__)
Json = dict[str, Any]
CALLBACK = "/sign_in/callback"
SCOPE = "openid email profile"
WAIT_S = 10.0
METADATA_S, KEYS_S = 3600, 3600
ASK_AGAIN_S = 30  # tokens with made-up key names must not make us ask the provider each time
ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")
LARGEST = 1_000_000  # bytes of an answer


class UnreachableError(Exception):
    """The provider does not answer, or not with what it should. May pass."""


class DeniedError(Exception):
    """The provider did not sign the person in, or what it signed is not good; `reason` says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Provider:
    """What is known of the provider: asked when it is first needed, and again when it is old."""

    def __init__(self, settings: Oidc, public_url: str) -> None:
        self.settings = settings
        self.redirect_uri = f"{public_url}{CALLBACK}"
        self._kept: dict[str, tuple[float, Json]] = {}
        self._asking = asyncio.Lock()

    async def metadata(self) -> Json:
        """Return what the provider says of itself. Raises UnreachableError."""
        url = f"{self.settings.issuer.rstrip('/')}/.well-known/openid-configuration"
        found = await self._ask(url, METADATA_S)
        if found.get("issuer") != self.settings.issuer:
            self._kept.pop(url, None)
            log.error("oidc.issuer_differs %s", found.get("issuer"))
            raise UnreachableError("issuer")
        if not all(self._is_safe(found.get(name)) for name in ENDPOINTS):
            raise UnreachableError("endpoints")
        return found

    async def keys(self, kid: str | None) -> Json:
        """Return the provider's public keys; asked anew when none is called `kid`. Raises UnreachableError."""
        url = (await self.metadata())["jwks_uri"]
        found = await self._ask(url, KEYS_S)
        if kid is not None and kid not in _names(found):
            found = await self._ask(url, ASK_AGAIN_S)
        return found

    async def begin(self, state: str, nonce: str, verifier: str) -> str:
        """Return the address to which the browser is sent. Raises UnreachableError."""
        endpoint = (await self.metadata())["authorization_endpoint"]
        async with self._client() as client:
            url, _ = client.create_authorization_url(endpoint, state=state, nonce=nonce, code_verifier=verifier)
        return str(url)

    async def end_session(self, user: str) -> str | None:
        """Return the address at which `user` signs out at the provider too; None where it offers none.

        OpenID Connect RP-Initiated Logout 1.0. Raises UnreachableError.
        """
        endpoint = (await self.metadata()).get("end_session_endpoint")
        if not self._is_safe(endpoint):
            return None
        # No id_token_hint: the ID token would have to be kept as long as the session, on the disk, with the person's
        # name, address and roles, and would then stand in the browser's history. The specification takes client_id and
        # logout_hint as well; the price is that a provider may ask the person whether to sign out.
        asked = {
            "client_id": self.settings.client_id,
            "logout_hint": user,
            # the one address that the provider knows of us: nothing more has to be registered there
            "post_logout_redirect_uri": self.redirect_uri,
        }
        return f"{endpoint}{'&' if '?' in endpoint else '?'}{urlencode(asked)}"

    async def exchange(self, code: str, verifier: str) -> Json:
        """Return the tokens for the code that the browser brought. Raises UnreachableError, DeniedError."""
        from authlib.integrations.base_client import OAuthError

        metadata = await self.metadata()
        methods = metadata.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
        method = "client_secret_post" if "client_secret_basic" not in methods else "client_secret_basic"
        async with self._client(token_endpoint_auth_method=method) as client:
            try:
                return dict(await _told(lambda: client.fetch_token(
                    metadata["token_endpoint"], grant_type="authorization_code", code=code, code_verifier=verifier
                )))  # fmt: skip
            except OAuthError as error:
                log.error("oidc.code_refused %s", error.error)
                raise DeniedError("code") from error

    async def _ask(self, url: str, fresh_s: float) -> Json:
        """Return the JSON object at `url`, from memory when that is younger than `fresh_s`."""
        async with self._asking:
            at, found = self._kept.get(url, (0.0, {}))
            if time.monotonic() - at < fresh_s and found:
                return found
            found = await self._fetch(url)
            self._kept[url] = (time.monotonic(), found)
            return found

    async def _fetch(self, url: str) -> Json:
        async with self._client() as client:
            answer = await _told(lambda: client.request("GET", url, withhold_token=True))
        if answer.status_code != 200 or len(answer.content) > LARGEST:
            raise UnreachableError(f"{url}: {answer.status_code}")
        found = await _told(lambda: _json(answer))
        if not isinstance(found, dict):
            raise UnreachableError(url)
        return found

    def _client(self, **more: Any) -> AsyncOAuth2Client:
        from authlib.integrations.httpx_client import AsyncOAuth2Client

        return AsyncOAuth2Client(
            self.settings.client_id, self.settings.client_secret, redirect_uri=self.redirect_uri, scope=SCOPE,
            code_challenge_method="S256", timeout=WAIT_S, follow_redirects=False, **more,
        )  # fmt: skip

    def _is_safe(self, url: Any) -> bool:
        """Say whether the address may be asked: https, or plain http where the provider is on this computer."""
        parts = urlsplit(url) if isinstance(url, str) else urlsplit("")
        here = urlsplit(self.settings.issuer).scheme == "http" and is_loopback(parts.hostname or "")
        return parts.scheme == "https" or (here and parts.scheme == "http")


async def _told(do: Callable[[], Awaitable[Any]]) -> Any:
    """Do it; whatever goes wrong on the way to the provider and back is UnreachableError."""
    import httpx2

    try:
        return await do()
    except (httpx2.HTTPError, httpx2.InvalidURL, ValueError, RecursionError) as error:
        log.error("oidc.unreachable %s", type(error).__name__)
        raise UnreachableError(type(error).__name__) from error


async def _json(answer: Any) -> Any:
    return answer.json()


def _names(keys: Json) -> set[Any]:
    found = keys.get("keys")
    return {key.get("kid") for key in found if isinstance(key, dict)} if isinstance(found, list) else set()
