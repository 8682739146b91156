"""The pages of signing in: short templates, nothing inline, in the user's language."""

from __future__ import annotations

from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from channels.web.answer import lang_of
from coach.assistant import shared_assistant

if TYPE_CHECKING:
    from jinja2 import Environment
    from sanic import HTTPResponse, Request

FOLDER = Path(__file__).resolve().parent / "pages"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    # with no-referrer a browser would send the form as if it came from nowhere
    "referrer-policy": "same-origin",
    "x-robots-tag": "noindex",
}
FILES = {"sign_in.css": "text/css; charset=utf-8", "sign_in.js": "text/javascript; charset=utf-8"}


def page(request: Request, template: str, status: int = 200, **values: Any) -> HTTPResponse:
    """Return the page of `template`; in it, `say(key)` gives the words sign_in_<key>."""
    from sanic import response

    text = (
        _templates()
        .get_template(f"{template}.html")
        .render(say=partial(said, request), lang=lang_of(request), **values)
    )
    return response.html(text, status=status, headers=HEADERS)


def told(request: Request, reason: str, status: int, *, again: str, minutes: int = 0) -> HTTPResponse:
    """Return the page that says why somebody was not signed in (words: sign_in_fault_<reason>) and what to do."""
    return page(request, "fault", status, wrong=said(request, f"fault_{reason}", minutes=minutes), again=again)


def said(request: Request, key: str, *, name: str = "", minutes: int = 0) -> str:
    """Return the words sign_in_<key> in the user's language."""
    return shared_assistant().tools.words.say(f"sign_in_{key}", lang_of(request), name=name, minutes=minutes)


def file(name: str) -> HTTPResponse:
    """Return a style or a script of these pages."""
    from sanic import response

    body = (FOLDER / name).read_bytes()
    headers = {"cache-control": "public, max-age=3600", "x-content-type-options": "nosniff"}
    return response.raw(body, content_type=FILES[name], headers=headers)


@lru_cache(maxsize=1)
def _templates() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
