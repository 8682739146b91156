"""Serves the built page with strict headers: nothing from other hosts, nothing inline, nothing in a frame."""

from __future__ import annotations

import gzip
import html
import mimetypes
import re
import secrets
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from coach.assistant import shared_assistant
from coach.knowledge.schema import LANGUAGES

if TYPE_CHECKING:
    from sanic import Blueprint, HTTPResponse, Request

DIST = Path(__file__).resolve().parents[2] / "web" / "dist"
INDEX, ASSETS = "index.html", "assets"
NONCE = "__CSP_NONCE__"  # in index.html: stands for a number used once, with which styles made by scripts are allowed
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data: blob:",
    "connect-src": "'self'",
    "font-src": "'self'",
    "manifest-src": "'self'",
    "frame-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
HEADERS = {  # on whatever this server answers, unless the endpoint says otherwise
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}
IMMUTABLE = "public, max-age=31536000, immutable"  # the name of such a file changes with what is in it
_REFUSED = re.compile(r";\s*q=0(\.0*)?\s*$")  # in Accept-Encoding; q=0.5 is liked less, but taken
SMALLEST = 1000  # bytes: below it compressing gains nothing


def add_to(blueprint: Blueprint) -> None:
    """Add the routes."""
    ways = ["GET", "HEAD"]
    blueprint.add_route(index, "/", methods=ways, name="index")
    blueprint.add_route(index, f"/{INDEX}", methods=ways, name="index_file")
    blueprint.add_route(asset, f"/{ASSETS}/<name>", methods=ways, name="asset")
    blueprint.add_route(root_file, "/<name>", methods=ways, name="root_file")


async def index(request: Request) -> HTTPResponse:
    """Return the page; a word on how to build it when it is not there."""
    from sanic import response

    try:
        text = (DIST / INDEX).read_text(encoding="utf-8")
    except OSError:
        return response.html(_not_built(), status=503, headers={"cache-control": "no-store"})
    policy = dict(POLICY)
    if NONCE in text:
        nonce = secrets.token_urlsafe(16)
        text = text.replace(NONCE, nonce)
        policy["style-src"] += f" 'nonce-{nonce}'"
    said = "; ".join(f"{name} {value}" for name, value in policy.items())
    headers = {"cache-control": "no-store", "content-security-policy": said}
    # with no-referrer a browser would send a form of the page as if it came from nowhere
    return response.html(text, headers={**headers, "referrer-policy": "same-origin"})


async def asset(request: Request, name: str) -> HTTPResponse:
    """Return a file of the page's assets."""
    return _file(request, DIST / ASSETS, name, IMMUTABLE)


async def root_file(request: Request, name: str) -> HTTPResponse:
    """Return a file that lies beside index.html, such as the icon."""
    return _file(request, DIST, name, "public, max-age=3600")


async def secure(request: Request, response: HTTPResponse) -> None:
    """Add the headers that are not there yet."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)


def _file(request: Request, folder: Path, name: str, cache: str) -> HTTPResponse:
    from sanic.exceptions import NotFound
    from sanic.response import HTTPResponse

    if name not in _names(folder):  # only what was found there: no name leads out of the folder
        raise NotFound("no such file")
    path = folder / name
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    encoding, body = _encoded(path, request.headers.get("accept-encoding", ""), kind)
    headers = {"cache-control": cache, "vary": "accept-encoding"}
    if encoding:
        headers["content-encoding"] = encoding
    return HTTPResponse(body, headers=headers, content_type=_with_charset(kind))


def _names(folder: Path) -> set[str]:
    try:
        return {path.name for path in folder.iterdir() if path.is_file() and not path.is_symlink()}
    except OSError:
        return set()


def _encoded(path: Path, accepted: str, kind: str) -> tuple[str, bytes]:
    """Return how the file is sent, and its bytes: as the build compressed it, else compressed once by us."""
    wanted = {part.partition(";")[0].strip() for part in accepted.lower().split(",") if not _REFUSED.search(part)}
    for encoding, suffix in (("br", ".br"), ("gzip", ".gz")):
        ready = path.with_name(path.name + suffix)
        if encoding in wanted and ready.is_file():
            return encoding, ready.read_bytes()
    body = path.read_bytes()
    if "gzip" in wanted and len(body) >= SMALLEST and _is_text(kind):
        return "gzip", _compressed(path, path.stat().st_mtime_ns)
    return "", body


@lru_cache(maxsize=64)
def _compressed(path: Path, _changed: int) -> bytes:
    return gzip.compress(path.read_bytes(), mtime=0)


def _is_text(kind: str) -> bool:
    return kind.startswith("text/") or kind.endswith(("javascript", "json", "xml"))


def _with_charset(kind: str) -> str:
    return f"{kind}; charset=utf-8" if _is_text(kind) else kind


def _not_built() -> str:
    words = shared_assistant().tools.words
    said = "".join(f'<p lang="{lang}">{html.escape(words.say("web_not_built", lang))}</p>' for lang in LANGUAGES)
    return f'<!doctype html><html lang="zh"><meta charset="utf-8"><title>Sales Coach</title>{said}</html>'
