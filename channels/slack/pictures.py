"""Pictures in the direct message: the map of an account's people and the matrix, each with its words as alt text."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

import aiohttp

from channels.slack.api import CallFailedError, LaterError
from channels.slack.blocks import short
from channels.slack.desk import Desk
from coach.accounts.records import Dossier
from coach.context import Context

WIDTH = 1200  # pixels
ALT = 1000  # characters of an alt text


@dataclass(frozen=True)
class Picture:
    """A PNG with what it shows in words."""

    name: str
    title: str
    alt: str
    png: bytes


def pictures_of(dossier: Dossier, lang: str, context: Context) -> list[Picture]:
    """Return map and matrix of an account; none without people."""
    from coach.pictures.png import png
    from coach.stances.influence_map import influence_map
    from coach.stances.matrix import matrix
    from coach.stances.table import stance_table

    if not dossier.contacts:
        return []
    tools, today = context.tools, context.today
    alt = short(" ".join(stance_table(dossier, today, lang, tools).split()), ALT)
    drawn = {"map": influence_map(dossier, today, lang, tools), "matrix": matrix(dossier, today, lang, tools)}
    return [
        Picture(
            f"{kind}.png", tools.words.say(f"slack_picture_{kind}", lang, account=dossier.account.name), alt,
            png(svg, WIDTH),
        )
        for kind, svg in drawn.items()
    ]  # fmt: skip


async def upload(pictures: Sequence[Picture], team: str, channel: str, desk: Desk) -> None:
    """Upload the pictures and show them in one message. Raises CallFailedError or LaterError."""
    files = []
    for picture in pictures:
        place = await desk.api.call(
            team, "files.getUploadURLExternal", filename=picture.name, length=len(picture.png), alt_txt=picture.alt
        )
        await _send(str(place["upload_url"]), picture.png, desk)
        files.append({"id": place["file_id"], "title": short(picture.title, 200)})
    if files:
        await desk.api.call(team, "files.completeUploadExternal", files=files, channel_id=channel)


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
