"""A transcript shared in the direct message is judged: kinds and size are looked at before a byte is loaded."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp

from channels.reviewing_apart import NotJudgedError
from channels.slack.api import TIMEOUT_S, Api, CallFailedError, LaterError
from channels.slack.blocks import Answer
from channels.slack.desk import Desk
from channels.slack.incoming import Incoming
from channels.slack.people import Speaker
from channels.slack.replies import NOTHING, Done, posts
from channels.slack.turns import language_for
from coach.review.file import ending_of
from coach.review.pasted import page_in_chat
from coach.review.read_transcript import FORMS
from coach.text.decode import text_of

LARGEST = 5_000_000  # bytes
KINDS = (*FORMS, "tsv")
MOST = 3  # files of one message
READ = "files:read"
Json = dict[str, Any]


async def review_files(incoming: Incoming, who: Speaker, files: list[Json], text: str, desk: Desk) -> Done:
    """Return the reviews of the files of a message, or what is wrong with each."""
    lang = language_for(who, text)
    said = [await _review(incoming.team, file, lang, desk) for file in files[:MOST]]
    if len(files) > MOST:
        said.append(desk.say("slack_file_many", lang, most=MOST))
    return Done(posts(incoming.channel, incoming.thread, Answer(said))) if said else NOTHING


async def _review(team: str, file: Json, lang: str, desk: Desk) -> str:
    if file.get("file_access") == "check_file_info":  # what a shared channel tells of a file is incomplete
        file = (await desk.api.call(team, "files.info", file=file["id"])).get("file") or {}
    name = str(file.get("name") or file.get("id") or "")
    if fault := _fault(file, name, lang, desk):
        return fault
    try:
        raw = await download(team, str(file.get("url_private_download") or file.get("url_private") or ""), desk.api)
    except CallFailedError as error:
        if error.needed:
            return desk.say("slack_scope", lang, scope=error.needed)
        return desk.say("slack_file_gone", lang, name=name)
    if raw is None:
        return desk.say("slack_file_large", lang, name=name, limit=LARGEST // 1_000_000)
    if text_of(raw) is None:
        return desk.say("slack_file_kind", lang, name=name, kinds=kinds_read(lang, desk))
    try:
        named = name if ending_of(name) else f"{name}.{_ending(file, name)}"
        found = await desk.reviewing.judge(raw, named, lang, desk.today)
    except NotJudgedError:
        if desk.reviewing.ended:
            raise LaterError("review", "stopping") from None  # the next process judges it
        raise
    return str(found["said"]) if "refused" in found else page_in_chat(found["review"], desk.assistant.tools, lang)


def _fault(file: Json, name: str, lang: str, desk: Desk) -> str | None:
    """Return what is wrong with a file by what Slack says of it."""
    if file.get("mode") in ("tombstone", "hidden_by_limit") or file.get("is_external"):
        return desk.say("slack_file_gone", lang, name=name)
    if _ending(file, name) not in KINDS:
        return desk.say("slack_file_kind", lang, name=name, kinds=kinds_read(lang, desk))
    if int(file.get("size") or 0) > LARGEST:
        return desk.say("slack_file_large", lang, name=name, limit=LARGEST // 1_000_000)
    return None


def _ending(file: Json, name: str) -> str:
    """Return the ending of the file's name; a text that was pasted as a snippet has none, and Slack says what it is."""
    ending = ending_of(name)
    if ending or file.get("mode") != "snippet":
        return ending
    kind = str(file.get("filetype") or "")
    return "txt" if kind == "text" else kind


def kinds_read(lang: str, desk: Desk) -> str:
    """Return the endings of the files that are read, in words."""
    return desk.assistant.tools.words.listing(KINDS, lang)


async def download(team: str, url: str, api: Api) -> bytes | None:
    """Return the bytes of a file, None when it is larger than LARGEST. Raises CallFailedError or LaterError.

    The token goes to Slack's own host and nowhere else: redirects are not followed.
    """
    if not api.may_respond(url):
        raise CallFailedError("download", "foreign_address")
    headers = {"Authorization": f"Bearer {api.token(team)}"}
    timeout = aiohttp.ClientTimeout(total=3 * TIMEOUT_S)
    try:
        async with api.session.get(url, headers=headers, allow_redirects=False, timeout=timeout) as answer:
            if answer.status == 429 or answer.status >= 500:
                raise LaterError("download", f"http_{answer.status}")
            if answer.status != 200 or answer.content_type == "text/html":
                # without files:read Slack leads to its page for signing in
                raise CallFailedError(
                    "download", f"http_{answer.status}", READ if answer.status in (200, 302, 403) else ""
                )
            raw = bytearray()
            async for part in answer.content.iter_chunked(65_536):
                raw += part
                if len(raw) > LARGEST:
                    return None
            return bytes(raw)
    except (aiohttp.ClientError, asyncio.TimeoutError) as error:
        raise LaterError("download", type(error).__name__) from None
