"""Refuses what a page of another site makes the browser send in our user's name."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from channels.web.sign_in.settings import SignIn, is_loopback

if TYPE_CHECKING:
    from sanic import Request

READING = ("GET", "HEAD", "OPTIONS")
OF_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data", "text/plain", "")


def is_foreign_host(request: Request, settings: SignIn) -> bool:
    """Say whether the server was asked under a name that is not its own while nobody has to sign in.

    A page of another site may let its own name lead to 127.0.0.1 (DNS rebinding): the browser then takes us for that
    site, and only the name that it asks for tells.
    """
    if settings.on or not request.host:
        return False
    try:
        name = urlsplit(f"//{request.host}").hostname or ""
    except ValueError:
        return True
    return not (is_loopback(name) or name in settings.hosts or name == urlsplit(settings.public_url).hostname)


def is_foreign(request: Request, public_url: str = "") -> bool:
    """Say whether the request would change something and may come from another site's page.

    Browsers say where a request comes from: Sec-Fetch-Site, the older ones Origin. What says neither is a program,
    or a very old browser: it must send what no form can send without asking us first (a CORS preflight).
    """
    if request.method in READING:
        return False
    if site := request.headers.get("sec-fetch-site"):
        return bool(site != "same-origin")
    if origin := request.headers.get("origin"):
        return urlsplit(origin).netloc not in {request.host, urlsplit(public_url).netloc} - {""}
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    return request.method == "POST" and kind in OF_FORMS
