"""`POST /api/review?name=call.vtt`: judges the transcript of a real call, in a process of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from channels.reviewing_apart import NotJudgedError, ReviewingApart
from channels.web.answer import Json, Refused, answer, lang_of
from channels.web.looking import seen
from channels.web.places import Places
from coach.assistant import shared_assistant
from coach.review.file import LARGEST, NoTranscriptError, readable, refuse_kind
from coach.today import today
from coach.view.reviewed import keep_review

if TYPE_CHECKING:
    from sanic import Blueprint, HTTPResponse, Request, Sanic

LONGEST_ID = 64
_STATUS = {"wrong_kind": 415, "no_text": 415}
_running: dict[tuple[str, str], list[int]] = {}  # user and the page's id of a review -> how far it is
_of_person = Places(1)


def add_to(blueprint: Blueprint) -> None:
    """Add the routes, and end what is judged when the server stops."""
    blueprint.listener("before_server_stop")(_end)
    blueprint.add_route(review, "/api/review", methods=["POST"], stream=True, name="review")
    blueprint.add_route(progress, "/api/review/progress", methods=["GET"], name="review_progress")


def _reviewing(app: Sanic) -> ReviewingApart:
    """Return what judges for this server, made when it is first needed."""
    if not hasattr(app.ctx, "reviewing"):
        app.ctx.reviewing = ReviewingApart()
    return app.ctx.reviewing  # type: ignore[no-any-return]


async def _end(app: Sanic, _loop: Any) -> None:
    _reviewing(app).end()


async def review(request: Request) -> HTTPResponse:
    """Return the review. What is too large or of the wrong kind is refused before it is read."""
    name, lang = request.args.get("name", "")[:300], lang_of(request)
    words = shared_assistant().tools.words
    key = (request.ctx.person.user, request.args.get("id", "")[:LONGEST_ID])
    try:
        refuse_kind(name, words, lang)
        _refuse_length(request)
        async with _of_person.of(key[0]):
            await _receive(request)
            readable(request.body, name, words, lang)
            found = await _judged(request, name, lang, key)
        if "refused" in found:
            raise NoTranscriptError(found["refused"], found["said"])
    except NoTranscriptError as error:
        raise Refused(_STATUS.get(error.kind, 400), f"review_{error.kind}", said=error.said) from None
    finally:
        _running.pop(key, None)
    return answer(await seen(request, keep_review, found["review"], name))


async def progress(request: Request) -> HTTPResponse:
    """Return how many turns of the running review `id` are judged, of how many."""
    done, total = _running.get((request.ctx.person.user, request.args.get("id", "")[:LONGEST_ID]), (0, 0))
    return answer({"done": done, "total": total})


def _refuse_length(request: Request) -> None:
    """Refuse a body that says it is too large. Raises Refused."""
    length = request.headers.get("content-length", "")
    if length.isdigit() and int(length[:15]) > LARGEST:
        raise Refused(413, limit=f"{LARGEST // 1024 // 1024} MB")


async def _receive(request: Request) -> None:
    """Read the body; one that does not say how large it is up to the limit."""
    request.stream.request_max_size = LARGEST
    await request.receive_body()


async def _judged(request: Request, name: str, lang: str, key: tuple[str, str]) -> Json:
    def follow(done: int, total: int) -> None:
        _running[key] = [done, total]

    try:
        found: Json = await _reviewing(request.app).judge(request.body, name, lang, today(), follow)
    except NotJudgedError:
        request.stream.keep_alive = False  # a server that is going to stop waits for connections that are kept
        raise Refused(503) from None
    return found
