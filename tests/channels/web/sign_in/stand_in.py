"""A stand-in for a company's OpenID provider on the loopback address: it really signs, and lies as a test tells it."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "coach-client", "s3cret with/odd:signs"
Json = dict[str, Any]


class StandIn:
    """The provider. `claims` go over what it would say (None: left out); `sign` makes the token of the claims."""

    def __init__(self) -> None:
        self.key, self.other_key = _key("one"), _key("one", 2)
        self.published = [self.key]
        self.claims: Json = {}
        self.metadata: Json = {}
        self.asked: Counter[str] = Counter()
        self.down = False
        self.answers: dict[str, tuple[int, bytes]] = {}  # instead of what an endpoint would say
        self.refuses: str | None = None  # the error with which the person comes back
        self.back: Json = {}  # goes over what the browser brings back
        self.sign: Callable[[Json], str] = self.signed
        self.known = True  # the person is signed in there; otherwise they have to do so first
        self.signed_out: list[Json] = []  # what was asked at the end of a session
        self._registered: set[str] = set()  # our addresses
        self._codes: dict[str, Json] = {}
        self.url = ""

    def signed(self, claims: Json, key: RSAKey | None = None, **header: Any) -> str:
        key = key or self.key
        return jwt.encode({"alg": "RS256", "kid": key.kid, **header}, claims, key)

    def unsigned(self, claims: Json) -> str:
        return f"{_b64({'alg': 'none', 'kid': 'one'})}.{_b64(claims)}."

    def confused(self, claims: Json) -> str:
        """Sign with the public key, which everybody knows, as if it were a shared secret."""
        start = f"{_b64({'alg': 'HS256', 'kid': 'one'})}.{_b64(claims)}"
        pem = self.key.as_pem(private=False)
        return f"{start}.{_b64(hmac.new(pem, start.encode(), hashlib.sha256).digest())}"

    def by_secret(self, claims: Json) -> str:
        """Sign with the client's secret, which OpenID allows and we do not ask for."""
        start = f"{_b64({'alg': 'HS256'})}.{_b64(claims)}"
        return f"{start}.{_b64(hmac.new(SECRET.encode(), start.encode(), hashlib.sha256).digest())}"

    def authorize(self, query: Json) -> str:
        """Return the address to which the browser goes back."""
        assert query["response_type"] == "code"
        assert query["code_challenge_method"] == "S256"
        assert {"openid", "email"} <= set(query["scope"].split())
        code = secrets.token_urlsafe(8)
        self._codes[code] = query
        self._registered.add(query["redirect_uri"])
        brought = {"error": self.refuses} if self.refuses else {"code": code}
        brought = {**brought, "state": query["state"], **self.back}
        return f"{query['redirect_uri']}?{urlencode({k: v for k, v in brought.items() if v is not None})}"

    def offers_sign_out(self) -> None:
        self.metadata["end_session_endpoint"] = f"{self.url}/end_session"

    def end_session(self, query: Json) -> str | None:
        """Sign the person out; return the address to which the browser goes back, None when that is not ours."""
        self.known = False
        self.signed_out.append(query)
        back = query.get("post_logout_redirect_uri")
        return back if query.get("client_id") == CLIENT and back in self._registered else None

    def token(self, form: Json, authorization: str) -> tuple[int, Json]:
        asked = self._codes.pop(form.get("code", ""), None)
        name, _, secret = base64.b64decode(authorization.removeprefix("Basic ")).decode().partition(":")
        if (name, secret) != (CLIENT, SECRET):
            return 401, {"error": "invalid_client"}
        challenge = _b64(hashlib.sha256(form.get("code_verifier", "").encode()).digest())
        if asked is None or asked["code_challenge"] != challenge or asked["redirect_uri"] != form["redirect_uri"]:
            return 400, {"error": "invalid_grant"}
        now = int(time.time())
        claims = {
            "iss": self.url, "sub": "248289761001", "aud": CLIENT, "exp": now + 300, "iat": now,
            "nonce": asked["nonce"], "email": "Li.Na@Example.com", "email_verified": True, "name": "Li Na", **self.claims,
        }  # fmt: skip
        claims = {name: value for name, value in claims.items() if value is not None}
        return 200, {"access_token": "a", "token_type": "Bearer", "expires_in": 300, "id_token": self.sign(claims)}

    def described(self) -> Json:
        return {
            "issuer": self.url, "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token", "jwks_uri": f"{self.url}/keys", **self.metadata,
        }  # fmt: skip

    def keys(self) -> Json:
        return {"keys": [key.as_dict(private=False) for key in self.published]}


@contextmanager
def standing_in() -> Iterator[StandIn]:
    """Run the stand-in on a free port."""
    stand_in = StandIn()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"stand_in": stand_in}))
    stand_in.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield stand_in
    finally:
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    stand_in: StandIn

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        name = parts.path.rpartition("/")[2]
        if self._instead(name):
            return
        query = {key: values[0] for key, values in parse_qs(parts.query).items()}
        if name == "authorize" and not (self.stand_in.known or "as" in query):
            page = f'<!doctype html><a href="/authorize?as=li.na&amp;{escape(parts.query)}">Sign in as Li Na</a>'
            self._send(200, page.encode(), **{"content-type": "text/html"})
            return
        if name == "authorize":
            self.stand_in.known = True
            self._send(302, b"", location=self.stand_in.authorize(query))
            return
        if name == "end_session":
            back = self.stand_in.end_session(query)
            self._send(302, b"", location=back) if back else self._send(400, b"{}")
            return
        made = {"openid-configuration": self.stand_in.described, "keys": self.stand_in.keys}[name]
        self._send(200, json.dumps(made()).encode())

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"])).decode()
        if self._instead("token"):
            return
        form = {key: values[0] for key, values in parse_qs(body).items()}
        status, answer = self.stand_in.token(form, self.headers["authorization"])
        self._send(status, json.dumps(answer).encode())

    def _instead(self, name: str) -> bool:
        self.stand_in.asked[name] += 1
        if self.stand_in.down:
            self.close_connection = True
            return True
        if name in self.stand_in.answers:
            self._send(*self.stand_in.answers[name])
            return True
        return False

    def _send(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"content-type": "application/json", "content-length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        pass


@lru_cache(maxsize=8)
def _key(kid: str, number: int = 1) -> RSAKey:
    """Making one takes long."""
    return RSAKey.generate_key(2048, {"kid": kid, "use": "sig", "alg": "RS256"})


def _b64(value: Json | bytes) -> str:
    raw = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
