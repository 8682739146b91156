"""What every view needs: who looks, at which day and in which language; made in a thread, so that nobody else waits."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from channels.web.answer import Json, Refused, lang_of
from channels.web.places import Places
from coach.accounts.errors import (
    BadValueError,
    BookError,
    ConflictError,
    NotAllowedError,
    NotFoundError,
    SameNameError,
    UnavailableError,
)
from coach.accounts.say import shown, trouble
from coach.assistant import shared_assistant
from coach.context import Context
from coach.conversation.slot import SLOT, state_in
from coach.settings import settings
from coach.today import today
from coach.view.files import NoVisitError

if TYPE_CHECKING:
    from sanic import Request

THREADS = 16  # views at once; a thread is made only when all others are busy
EACH = 2  # views of one person at once: whoever asks for a hundred makes only themselves wait
_STATUS: tuple[tuple[type[BookError], int], ...] = (
    (NotFoundError, 404), (NotAllowedError, 403), (ConflictError, 409), (SameNameError, 409), (BadValueError, 400),
    (UnavailableError, 503),
)  # fmt: skip
_places = Places(EACH)


def context_of(request: Request) -> Context:
    """Return the context of the person who asks."""
    return Context(shared_assistant().tools, today(), settings().home, request.ctx.person.user)


async def beside(user: str, do: Callable[..., Any], *args: Any) -> Any:
    """Do it in a thread when one of the user's places is free."""
    await _places.take(user)
    return await asyncio.shield(asyncio.create_task(_done(user, partial(do, *args))))


async def _done(user: str, do: Callable[[], Any]) -> Any:
    """Hold the place until the thread is done, also when the page that asked has gone: nothing can stop a thread."""
    try:
        return await asyncio.get_running_loop().run_in_executor(_threads(), do)
    finally:
        _places.leave(user)


@lru_cache(maxsize=1)
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(THREADS, "view")


async def seen(request: Request, view: Callable[..., Any], *args: Any) -> Any:
    """Return `view(*args, lang, context)`. What the account book or the disk refuses is said in the user's words.

    Raises Refused.
    """
    lang, context = lang_of(request), context_of(request)
    try:
        return await beside(context.user, view, *args, lang, context)
    except BookError as error:
        raise refused(error, lang, context) from None  # the cause may quote what people noted
    except NoVisitError:
        raise Refused(409, "no_visit") from None
    except OSError as error:
        raise Refused(503, "unreadable", reason=error.strerror or type(error).__name__) from None


def refused(error: BookError, lang: str, context: Context) -> Refused:
    """Return the refusal that says what the account book could not do; a conflict with both values."""
    status = next((status for kind, status in _STATUS if isinstance(error, kind)), 400)
    message = trouble(error, lang, context.tools.words)
    more: Json = {}
    if isinstance(error, ConflictError):
        more["conflict"] = _conflict(error, lang, context)
    if isinstance(error, BadValueError):
        more["field"] = error.values.get("field", "name")
    if isinstance(error, SameNameError):
        more |= {"field": "name", "existing": error.existing.id}
    return Refused(status, more=more, said=message)


def _conflict(error: ConflictError, lang: str, context: Context) -> Json:
    """Return both values as they are sent, and as they are shown (`mine_shown`, `theirs_shown`)."""
    values, words = error.values, context.tools.words
    told = {name: values.get(name) for name in ("field", "mine", "theirs", "by", "at", "version")}
    both = {f"{side}_shown": shown(values["field"], values.get(side), lang, words) for side in ("mine", "theirs")}
    return {**told, **both, "field_name": words.say(f"field_{values['field']}", lang)}


async def state_of(request: Request) -> Json | None:
    """Return the state of the person's conversation, None before its first turn."""
    tracker = await request.app.ctx.agent.tracker_store.retrieve(request.ctx.person.user)
    return state_in(tracker.get_slot(SLOT) if tracker else None)
