"""`/api/chat`: the conversation so far, a message, and forgetting it all."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from channels.web.answer import Json, Refused, answer, body_of, lang_of, number_in, text_in
from channels.web.looking import beside, state_of
from channels.web.panel import panel_of
from channels.web.said import shown
from channels.web.taking import NotTakenError
from coach.assistant import shared_assistant
from coach.today import today

if TYPE_CHECKING:
    from sanic import Blueprint, HTTPResponse, Request


def add_to(blueprint: Blueprint) -> None:
    """Add the routes."""
    blueprint.add_route(read, "/api/chat", methods=["GET"], name="read_chat")
    blueprint.add_route(send, "/api/chat", methods=["POST"], name="send_chat")
    blueprint.add_route(forget, "/api/chat", methods=["DELETE"], name="forget_chat")


async def read(request: Request) -> HTTPResponse:
    """Return the last turns before `before`, the greeting, and the panel."""
    user, lang = request.ctx.person.user, lang_of(request)
    turns, more = request.app.ctx.messages.before(user, number_in(request, "before"))
    state = await state_of(request)
    greeting = await beside(user, partial(shared_assistant().greeting, user=user, today=today()), state, lang)
    panel = await beside(user, panel_of, state, lang, user)
    return answer({"turns": [*map(shown, turns)], "more": more, "greeting": [*filter(None, greeting)], "panel": panel})


async def send(request: Request) -> HTTPResponse:
    """Take the message and return its turn; sent again with the same id, the same turn."""
    body = body_of(request)
    id_, text = _id_in(body), text_in(body, "text")
    user = request.ctx.person.user
    try:
        turn = await request.app.ctx.taking.take(user, id_, text)
    except NotTakenError as error:
        raise Refused(503) from error
    panel = await beside(user, panel_of, await state_of(request), lang_of(request), user)
    return answer({"turn": shown(turn), "panel": panel})


async def forget(request: Request) -> HTTPResponse:
    """Delete what is kept of this conversation: its state and its turns."""
    user, shared = request.ctx.person.user, request.app.ctx
    async with shared.taking.alone(user), shared.agent.lock_store.lock(user):
        await shared.conversations.delete(user)
        shared.live.cleared(user)
    return answer({"forgotten": True})


def _id_in(body: Json) -> str:
    """Return the message's id as its page made it, in the usual form of a UUID. Raises Refused."""
    try:
        return str(uuid.UUID(text_in(body, "id")))
    except ValueError as error:
        raise Refused(400, "bad_field", name="id") from error
