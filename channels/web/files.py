"""Files for the browser: those that a turn handed out as links, and how a file is answered at all."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from channels.web.answer import Refused
from channels.web.looking import seen, state_of
from coach.handing import LINKED
from coach.view.files import KINDS, File
from coach.view.handed import handed_file
from coach.view.state import conversation_in

if TYPE_CHECKING:
    from sanic import Blueprint, HTTPResponse, Request

# what a browser may do with a file of ours that it opens by itself: show it, and nothing else
_SEALED = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'self'"
_SHOWN = ("html", "svg", "json", "md")  # the others are kept by the browser


def add_to(blueprint: Blueprint) -> None:
    """Add the route."""
    blueprint.add_route(file, f"{LINKED}<name:[a-z]+[.][a-z]+>", methods=["GET"], name="chat_file")


async def file(request: Request, name: str) -> HTTPResponse:
    """Return the file of a link in the conversation; 404 `file_stale` when that is about another customer by now."""
    what, _, form = name.partition(".")
    named = {"what": what, "form": form, "of": request.args.get("of", "")[:100]}
    state = conversation_in(await state_of(request))
    try:
        made = await seen(request, handed_file, named, state)
    except Refused as error:
        raise Refused(404, "file_stale") if error.status == 404 else error from None
    return file_answer(made, kept=True)


def file_answer(file: File, *, kept: bool = False) -> HTTPResponse:
    """Return the file to be shown, or to be kept under its name."""
    from sanic.response import HTTPResponse

    way = "attachment" if kept or file.kind not in _SHOWN else "inline"
    headers = {
        "cache-control": "no-store",
        "content-disposition": f"{way}; filename*=UTF-8''{quote(file.name, safe='')}",
        "content-security-policy": _SEALED,
        "x-content-type-options": "nosniff",
    }
    return HTTPResponse(file.data, headers=headers, content_type=KINDS[file.kind])
