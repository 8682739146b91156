"""`/api/methodology...`: for managers, the files of the methodology: read, checked as they are typed, and saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from channels.web.answer import Refused, answer, body_of, text_in
from channels.web.looking import seen
from channels.web.team import managers_only
from coach.knowledge.new import KINDS, BadNameError, TakenError
from coach.view import methodology as views

if TYPE_CHECKING:
    from sanic import Blueprint, HTTPResponse, Request

BASE = "/api/methodology"


def add_to(blueprint: Blueprint) -> None:
    """Add the routes."""
    blueprint.add_route(tree, BASE, methods=["GET"], name="methodology")
    blueprint.add_route(read, f"{BASE}/file", methods=["GET"], name="methodology_file")
    blueprint.add_route(save, f"{BASE}/file", methods=["PUT"], name="save_methodology_file")
    blueprint.add_route(versions, f"{BASE}/versions", methods=["GET"], name="methodology_versions")
    blueprint.add_route(version, f"{BASE}/version", methods=["GET"], name="methodology_version")
    blueprint.add_route(check, f"{BASE}/check", methods=["POST"], name="check_methodology")
    blueprint.add_route(add, f"{BASE}/<kind:({'|'.join(KINDS)})>", methods=["POST"], name="add_to_methodology")


async def tree(request: Request) -> HTTPResponse:
    """Return all files."""
    return answer(await _seen(request, views.tree))


async def read(request: Request) -> HTTPResponse:
    """Return the file that `path` names."""
    return answer(await _seen(request, views.read, request.args.get("path", "")))


async def versions(request: Request) -> HTTPResponse:
    """Return what stood in the file before."""
    return answer(await _seen(request, views.versions, request.args.get("path", "")))


async def version(request: Request) -> HTTPResponse:
    """Return the text of one of these."""
    return answer(await _seen(request, views.version, request.args.get("path", ""), request.args.get("id", "")))


async def check(request: Request) -> HTTPResponse:
    """Return what is wrong with an edit."""
    body = body_of(request)
    return answer(await _seen(request, views.check, text_in(body, "path"), text_in(body, "text")))


async def save(request: Request) -> HTTPResponse:
    """Save an edit."""
    body = body_of(request)
    values = (text_in(body, name) for name in ("path", "text", "version"))
    return answer(await _seen(request, views.save, *values))


async def add(request: Request, kind: str) -> HTTPResponse:
    """Make a new scenario, catalogue or product from its worked example."""
    return answer(await _seen(request, views.add, kind, text_in(body_of(request), "name")), 201)


async def _seen(request: Request, view: Any, *args: str) -> Any:
    """Return the view for a manager; what it refuses is said in words."""
    managers_only(request)
    try:
        return await seen(request, view, *args)
    except views.NoFileError:
        raise Refused(404) from None
    except views.TooLargeError:
        raise Refused(413, limit=f"{views.LARGEST // 1000} kB") from None
    except BadNameError:
        raise Refused(400, "new_name") from None
    except TakenError:
        raise Refused(409, "new_taken") from None
    except views.ChangedError as error:
        raise Refused(409, more={"text": error.text, "version": error.version}) from None
    except views.UnsoundError as error:
        raise Refused(422, "unsound", {"problems": error.problems}) from None
