"""Files that a turn handed out: made when they are sent, so that none lies on the disk."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from channels.slack.api import CallFailedError
from channels.slack.blocks import Answer
from channels.slack.desk import Desk
from channels.slack.letters import Post, Waiting
from channels.slack.outbox import said_since
from channels.slack.people import Speaker, direct_channel
from channels.slack.pictures import Picture, upload
from channels.slack.replies import posts
from channels.slack.turns import State, lang_of, state_of
from coach.accounts.errors import BookError, NotFoundError
from coach.accounts.say import trouble
from coach.anonymous import mark_of, places_of
from coach.today import today
from coach.view.files import File, NoVisitError
from coach.view.handed import handed_file
from coach.view.state import conversation_in

SEND = "files"  # not a method of Slack's: several calls
logger = logging.getLogger(__name__)


async def file_posts(
    state: State | None, sender: str, where: tuple[str, str | None], who: Speaker, lang: str, desk: Desk
) -> list[Post]:
    """Return the post that sends the files of a turn. What concerns customers goes into no channel."""
    named = (state or {}).get("files") or []
    channel, thread = where
    if not named:
        return []
    if not channel.startswith("D"):
        channel, thread = await direct_channel(who.team, who.id, desk.store, desk.api), None
    details = {"person": who.user, "zone": who.tz or "", "lang": lang_of(state, lang), "sender": sender}
    return [Post(SEND, {"channel": channel, "thread_ts": thread, "files": named, **details})]


async def send_files(waiting: Waiting, desk: Desk) -> None:
    """Make the files and send them; say so when there are none any more, or Slack does not take them.

    Raises LaterError.
    """
    given = waiting.post.arguments
    wrong = await _sent(waiting, given["lang"], desk)
    if wrong:
        desk.store.post(waiting.lane, waiting.team, *posts(given["channel"], given["thread_ts"], Answer([wrong])))


async def _sent(waiting: Waiting, lang: str, desk: Desk) -> str:
    """Send the files; return what there is to say when that cannot be, "" when it was done. Raises LaterError."""
    given = waiting.post.arguments
    try:
        made = await _made(given, desk)
    except (NotFoundError, NoVisitError):
        return desk.say("slack_file_stale", lang)
    except BookError as error:
        return trouble(error, lang, desk.assistant.tools.words)
    except Exception as error:  # a post that fails for ever would hold up all that comes after it
        logger.error("slack.file.failed person=%s %s", mark_of(waiting.lane), places_of(error))
        return desk.say("slack_trouble", lang)
    try:
        if waiting.unsure and await _arrived(made, waiting, desk):
            return ""
        desk.store.sending(waiting)
        await upload([_shown(file) for file in made], waiting.team, given["channel"], desk, given["thread_ts"])
    except CallFailedError as error:
        if error.needed:
            return desk.say("slack_scope", lang, scope=error.needed)
        return desk.say("slack_file_refused", lang)
    return ""


async def _made(given: dict[str, Any], desk: Desk) -> list[File]:
    state = conversation_in(await state_of(given["sender"], desk))
    context = replace(desk.context_of(given["person"]), today=today(given["zone"]), zone=given["zone"])

    def make() -> list[File]:
        return [handed_file(file, state, given["lang"], context) for file in given["files"]]

    return await asyncio.to_thread(make)


def _shown(file: File) -> Picture:
    return Picture(file.name, file.name, file.alt, file.data)


async def _arrived(made: Sequence[File], waiting: Waiting, desk: Desk) -> bool:
    """Look whether the files stand in the conversation; when that cannot be read, they are sent again."""
    said = await said_since(desk.api, waiting)
    there = {file.get("name") for message in said for file in message.get("files") or []}
    return {file.name for file in made} <= there
