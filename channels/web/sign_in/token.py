"""Reads an ID token: signed by the provider, for us, for this sign-in, still good, and with a verified address."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

from channels.web.sign_in.gate import is_allowed
from channels.web.sign_in.oidc import DeniedError, Json, Provider
from channels.web.sign_in.settings import Oidc
from coach.sign_in.invites import BadNameError, user_of

log = logging.getLogger(__name__)
# public keys only: with a shared secret (HS256) a provider's public key could be passed off as the secret
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519")
KEY_TYPES = ("RSA", "EC", "OKP")
LEEWAY_S = 60  # between our clock and the provider's
GOOGLE = "https://accounts.google.com"


@dataclass(frozen=True)
class Known:
    """Whom the provider vouches for."""

    user: str
    name: str
    manager: bool


async def known(provider: Provider, tokens: Json, nonce: str) -> Known:
    """Return whom the tokens are of. Raises DeniedError, UnreachableError."""
    claims = await _claims(provider, tokens, nonce)
    settings = provider.settings
    user = _address(claims)
    if not is_allowed(user, settings.domains) or not _of_workspace(claims, settings):
        raise DeniedError("domain")
    name = claims.get("name")
    name = " ".join("".join(filter(str.isprintable, name)).split())[:80] if isinstance(name, str) else ""
    return Known(user, name or user, _has_claim(claims, settings.manager_claim))


async def _claims(provider: Provider, tokens: Json, nonce: str) -> Json:
    from authlib.oidc.core import CodeIDToken
    from joserfc import jwt
    from joserfc.errors import JoseError
    from joserfc.jws import JWSRegistry

    sent = tokens.get("id_token")
    if not isinstance(sent, str):
        raise DeniedError("token")
    settings = provider.settings
    wanted = {
        "iss": {"essential": True, "value": settings.issuer},
        "aud": {"essential": True, "value": settings.client_id},
    }
    params = {"nonce": nonce, "client_id": settings.client_id, "access_token": tokens.get("access_token")}
    try:
        keys = _key_set(await provider.keys(_kid(sent)))
        registry = JWSRegistry(algorithms=list(ALGORITHMS), strict_check_header=False)
        token = jwt.decode(sent, keys, registry=registry)
        claims = CodeIDToken(token.claims, token.header, wanted, params)
        claims.validate(leeway=LEEWAY_S)
    except (JoseError, ValueError, TypeError, KeyError, AttributeError) as error:
        log.error("oidc.token_refused %s", getattr(error, "error", type(error).__name__))
        raise DeniedError("token") from error
    return dict(claims)


def _kid(token: str) -> str | None:
    """Return the name of the key that the token says it was signed with. Raises ValueError."""
    import base64
    import json

    head = token.partition(".")[0][:2000]
    kid = json.loads(base64.urlsafe_b64decode(head + "=" * (-len(head) % 4))).get("kid")
    return kid if isinstance(kid, str) else None


def _key_set(keys: Json) -> Any:
    """Return the keys for checking signatures; secret ones have no place in what everybody may read."""
    from joserfc.jwk import KeySet

    fit = [key for key in keys["keys"] if key.get("kty") in KEY_TYPES and key.get("use", "sig") == "sig"]
    return KeySet.import_key_set({"keys": fit})


def _address(claims: Json) -> str:
    """Return the verified e-mail address. Raises DeniedError.

    Entra has no email_verified; its xms_edov says whether the domain of the address is the tenant's own.
    """
    verified = claims.get("email_verified", claims.get("xms_edov"))
    if verified not in (True, 1, "1", "true", "True"):
        raise DeniedError("unverified")
    email = claims.get("email")
    if not isinstance(email, str) or "@" not in email:
        raise DeniedError("unverified")
    try:
        return user_of(email)
    except BadNameError as error:
        raise DeniedError("unverified") from error


def _of_workspace(claims: Json, settings: Oidc) -> bool:
    """Say whether a Google account is the company's: anybody may make a private one with a company's address."""
    return settings.issuer != GOOGLE or settings.domains is None or claims.get("hd") in settings.domains


def _has_claim(claims: Json, wanted: tuple[str, str] | None) -> bool:
    if wanted is None:
        return False
    value = claims.get(wanted[0])
    return wanted[1] in value if isinstance(value, list) else value == wanted[1]
