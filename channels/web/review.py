"""`POST /api/review?name=call.vtt`: judges the transcript of a real call, in a process of its own."""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from channels.web.answer import Json, Refused, answer, lang_of
from channels.web.looking import seen
from channels.web.places import Places
from coach.assistant import shared_assistant
from coach.review.file import LARGEST, NoTranscriptError, readable, refuse_kind
from coach.today import today
from coach.view.reviewed import keep_review

if TYPE_CHECKING:
    from sanic import Blueprint, HTTPResponse, Request

ROOT = Path(__file__).resolve().parents[2]
AT_ONCE = 2  # processes, of different people; what comes meanwhile waits before it is read
LONGEST_ID = 64
_STATUS = {"wrong_kind": 415, "no_text": 415}
_running: dict[tuple[str, str], list[int]] = {}  # user and the page's id of a review -> how far it is
_of_person, _processes = Places(1), Places(AT_ONCE)


def add_to(blueprint: Blueprint) -> None:
    """Add the routes."""
    blueprint.add_route(review, "/api/review", methods=["POST"], stream=True, name="review")
    blueprint.add_route(progress, "/api/review/progress", methods=["GET"], name="review_progress")


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
            found = await _judged(request.body, name, lang, key)
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


async def _judged(raw: bytes, name: str, lang: str, key: tuple[str, str]) -> Json:
    """Return what the process answers; it ends when the page goes away."""
    async with _processes.of(None):
        child = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "coach.review.apart", name, lang, today().isoformat(), cwd=ROOT,
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        try:
            _, said, _ = await asyncio.gather(_write(child, raw), child.stdout.read(), _follow(child, key))  # type: ignore[union-attr]
            await child.wait()
        finally:
            if child.returncode is None:
                child.kill()
                await child.wait()
    try:
        found: Json = json.loads(said)
    except ValueError:
        raise Refused(503) from None
    return found


async def _write(child: asyncio.subprocess.Process, raw: bytes) -> None:
    assert child.stdin is not None
    with suppress(BrokenPipeError, ConnectionResetError):  # it ended before it read all; its answer says why
        child.stdin.write(raw)
        await child.stdin.drain()
    child.stdin.close()


async def _follow(child: asyncio.subprocess.Process, key: tuple[str, str]) -> None:
    """Note the progress that the process tells."""
    assert child.stderr is not None
    while line := await child.stderr.readline():
        done, slash, total = line.decode(errors="replace").strip().partition("/")
        if slash and done.isdigit() and total.isdigit():
            _running[key] = [int(done), int(total)]
