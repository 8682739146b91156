"""Modals: a form opened when its button is pressed, kept or refused when it is sent."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from typing import Any

from slack_bolt.async_app import AsyncApp

from channels.slack.api import CallFailedError, LaterError
from channels.slack.blocks import Answer
from channels.slack.desk import Desk
from channels.slack.forms import FORMS, HOME, FieldError, Json
from channels.slack.incoming import lane_of
from channels.slack.people import Speaker, direct_channel, speaker
from channels.slack.replies import posts
from channels.slack.turns import language_for
from coach.accounts.errors import BookError
from coach.accounts.say import trouble

Publish = Callable[[str, str, Desk], Awaitable[None]]


def action(name: str) -> re.Pattern[str]:
    """Return the pattern of the action ids of one button of the home tab."""
    return re.compile(rf"^{HOME}:{name}:")


def listen(app: AsyncApp, desk: Desk, publish: Publish) -> None:
    """Open a modal when its button is pressed, and keep what is filled in."""
    for name, (build, keep) in FORMS.items():
        app.action(action(name))(_opener(build, desk))
        app.view(f"{HOME}:{name}")(_keeper(keep, desk, publish))


def _opener(build: Callable[[Json, Speaker, str, Desk], Json | None], desk: Desk) -> Callable[..., Awaitable[None]]:
    async def opened(ack: Any, body: Json, payload: Json) -> None:
        await ack()
        team, user = body["team"]["id"], body["user"]["id"]
        lang, words = desk.lang(team, user), desk.assistant.tools.words
        try:
            who = await speaker(team, user, desk.store, desk.api)
            if who is None:
                return
            lang = language_for(who, "")
            given = json.loads(payload.get("value") or "{}")
            view = await asyncio.to_thread(build, given, who, lang, desk)
            if view is None:
                return await _tell(team, user, desk.say("slack_visit_gone", lang), desk)
            await desk.api.call(team, "views.open", trigger_id=body["trigger_id"], view=view)
        except BookError as error:
            await _tell(team, user, trouble(error, lang, words), desk)
        except (CallFailedError, LaterError, ValueError, KeyError, TypeError):  # a trigger lives three seconds
            await _tell(team, user, desk.say("slack_not_opened", lang), desk)
        return None

    return opened


async def _tell(team: str, user: str, text: str, desk: Desk) -> None:
    """Say in the direct message why no form opened: the home tab has no place for a message of its own."""
    try:
        channel = await direct_channel(team, user, desk.store, desk.api)
    except (CallFailedError, LaterError):
        return
    lane = lane_of(team, user)
    desk.store.post(lane, team, *posts(channel, None, Answer([text])))
    desk.outbox.wake(lane)


def _keeper(
    keep: Callable[[Json, Json, Speaker, str, Desk], None], desk: Desk, publish: Publish
) -> Callable[..., Awaitable[None]]:
    async def submitted(ack: Any, body: Json, view: Json) -> None:
        team, user = body["team"]["id"], body["user"]["id"]
        lang, words = desk.lang(team, user), desk.assistant.tools.words
        first = next(iter(view["state"]["values"]))  # where a fault of no one field is shown
        try:
            who = await speaker(team, user, desk.store, desk.api)
            if who is None:
                return await ack()
            lang = language_for(who, "")
            values = {block: _value(next(iter(found.values()))) for block, found in view["state"]["values"].items()}
            meta = {**json.loads(view.get("private_metadata") or "{}"), "view": str(view.get("id", ""))}
            await asyncio.to_thread(keep, values, meta, who, lang, desk)
        except FieldError as error:
            return await ack(response_action="errors", errors={error.block: error.said})
        except BookError as error:
            return await ack(response_action="errors", errors={first: trouble(error, lang, words)})
        except LaterError:
            return await ack(response_action="errors", errors={first: desk.say("slack_later", lang)})
        await ack()
        if desk.reminders is not None:
            desk.reminders.wake(lane_of(team, user))
        await publish(team, user, desk)
        return None

    return submitted


def _value(element: Json) -> str:
    chosen = element.get("selected_option") or {}
    found = chosen.get("value") or element.get("selected_date") or element.get("selected_time") or element.get("value")
    return str(found or "").strip()
