"""The session's cookie: signed, for this site alone, out of reach of scripts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from itsdangerous import BadData, URLSafeTimedSerializer

if TYPE_CHECKING:
    from sanic import HTTPResponse, Request

    from channels.web.sign_in.keys import Keys
    from channels.web.sign_in.settings import SignIn

LONGEST = 1000  # characters; a longer one is not ours


@dataclass(frozen=True)
class Cookies:
    """Writes and reads signed cookies. What has another `purpose` does not pass for it."""

    keys: Keys
    settings: SignIn

    def put(self, request: Request, response: HTTPResponse, name: str, value: Any, lives_s: int, site: str) -> None:
        """Set the cookie `name`; `site` is Strict, or Lax for what must survive the way back from another site."""
        name = self.name(request, name)
        response.cookies[name] = self._serializer(name).dumps(value)
        response.cookies[name].update({"httponly": True, "samesite": site, "max-age": lives_s, "path": "/"})
        if self.is_secure(request):
            response.cookies[name]["secure"] = True

    def get(self, request: Request, name: str, lives_s: int) -> tuple[Any, float] | None:
        """Return the value of the cookie and when it was signed; None without one that is genuine and fresh."""
        name = self.name(request, name)
        value = request.cookies.get(name)
        if not value or len(value) > LONGEST:
            return None
        try:
            data, at = self._serializer(name).loads(value, max_age=lives_s, return_timestamp=True)
        except BadData:
            return None
        return data, at.timestamp()

    def drop(self, request: Request, response: HTTPResponse, name: str) -> None:
        """Delete the cookie in the browser."""
        name = self.name(request, name)
        response.cookies[name] = ""
        response.cookies[name].update({"httponly": True, "samesite": "Lax", "max-age": 0, "path": "/"})
        if self.is_secure(request):
            response.cookies[name]["secure"] = True

    def name(self, request: Request, name: str) -> str:
        """Return the cookie's name; with __Host- the browser itself refuses one set by a neighbouring site."""
        return f"__Host-{name}" if self.is_secure(request) else name

    def is_secure(self, request: Request) -> bool:
        """Say whether the browser speaks https with us: by our address, or by a proxy that we trust."""
        return self.settings.public_url.startswith("https:") or request.scheme == "https"

    def _serializer(self, purpose: str) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(self.keys.all(), salt=f"coach {purpose}")
