"""Pictures beside answers: map, matrix and iceberg of an account, the iceberg of a rehearsal; each with alt text."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import aiohttp

from channels.slack.api import CallFailedError, LaterError
from channels.slack.blocks import Answer, short
from channels.slack.desk import Desk
from channels.slack.letters import Post
from channels.slack.replies import posts
from coach.accounts.records import Dossier
from coach.context import Context

WIDTH = 1200  # pixels
ALT = 1000  # characters of an alt text
KINDS = ("map", "matrix", "iceberg")
DRAWN_S = 24 * 3600.0  # as long it is known what was uploaded


@dataclass(frozen=True)
class Picture:
    """A file, of a picture with what it shows in words."""

    name: str
    title: str
    alt: str
    data: bytes


def pictures_of(dossier: Dossier, lang: str, context: Context, kinds: Sequence[str] = KINDS) -> list[Picture]:
    """Return the pictures of an account: those of its people when there are any, the iceberg when there is anything."""
    from coach.iceberg.depths import depths_of_account
    from coach.iceberg.picture import account_iceberg, iceberg_lines
    from coach.stances.influence_map import influence_map
    from coach.stances.matrix import matrix
    from coach.stances.table import stance_table

    tools, today, name, found = context.tools, context.today, dossier.account.name, []
    if dossier.contacts:
        alt = stance_table(dossier, today, lang, tools)
        if "map" in kinds:
            title = tools.words.say("slack_picture_map", lang, account=name)
            found.append(_picture("map", title, alt, influence_map(dossier, today, lang, tools)))
        if "matrix" in kinds:
            title = tools.words.say("slack_picture_matrix", lang, account=name)
            found.append(_picture("matrix", title, alt, matrix(dossier, today, lang, tools)))
    if "iceberg" in kinds and (dossier.contacts or dossier.needs):
        alt = " ".join(iceberg_lines(depths_of_account(dossier, lang, tools), lang, tools))
        title = tools.words.say("iceberg_title", lang, name=name)
        found.append(_picture("iceberg", title, alt, account_iceberg(dossier, today, lang, tools)))
    return found


def picture_of_debrief(result: dict[str, Any], lang: str, context: Context) -> Picture:
    """Return the iceberg of a rehearsal: what was found, what was missed."""
    from coach.iceberg.depths import depths_of_debrief
    from coach.iceberg.picture import debrief_iceberg, iceberg_lines, rehearsed_name

    tools = context.tools
    alt = " ".join(iceberg_lines(depths_of_debrief(result, lang, tools), lang, tools))
    title = tools.words.say("iceberg_title", lang, name=rehearsed_name(result, lang, tools))
    return _picture("iceberg", title, alt, debrief_iceberg(result, lang, tools))


def _picture(kind: str, title: str, alt: str, svg: str) -> Picture:
    from coach.pictures.png import png

    return Picture(f"{kind}.png", title, alt, png(svg, WIDTH))


async def beside(
    pictures: Sequence[Picture], key: str, team: str, channel: str, desk: Desk, lang: str, thread: str | None = None
) -> list[Post]:
    """Upload pictures that go with an answer, once for `key`. The answer goes also when they cannot be uploaded."""
    done = f"drawn {key}"
    if not pictures or desk.store.noted(done) is not None:
        return []
    try:
        await upload(pictures, team, channel, desk, thread)
    except CallFailedError as error:
        if not error.needed:
            return []
        return posts(channel, thread, Answer([desk.say("slack_scope", lang, scope=error.needed)]))
    except LaterError:
        return posts(channel, thread, Answer([desk.say("slack_no_picture", lang)]))
    desk.store.note(done, "", DRAWN_S)
    return []


async def upload(pictures: Sequence[Picture], team: str, channel: str, desk: Desk, thread: str | None = None) -> None:
    """Upload the pictures and show them in one message. Raises CallFailedError or LaterError."""
    files = []
    for picture in pictures:
        place = await desk.api.call(
            team, "files.getUploadURLExternal",
            filename=picture.name, length=len(picture.data), alt_txt=short(" ".join(picture.alt.split()), ALT) or None,
        )  # fmt: skip
        await _send(str(place["upload_url"]), picture.data, desk)
        files.append({"id": place["file_id"], "title": short(picture.title, 200)})
    if files:
        await desk.api.call(team, "files.completeUploadExternal", files=files, channel_id=channel, thread_ts=thread)


async def _send(url: str, data: bytes, desk: Desk) -> None:
    if not desk.api.may_respond(url):
        raise CallFailedError("upload", "foreign_address")
    try:
        async with desk.api.session.post(url, data=data, allow_redirects=False) as answer:
            if answer.status >= 500 or answer.status == 429:
                raise LaterError("upload", f"http_{answer.status}")
            if answer.status >= 300:
                raise CallFailedError("upload", f"http_{answer.status}")
    except (aiohttp.ClientError, asyncio.TimeoutError) as error:
        raise LaterError("upload", type(error).__name__) from None
