"""The home tab: published when it is opened, and its buttons answered."""

from __future__ import annotations

import asyncio
import json
import logging
from typing import Any

from slack_bolt.async_app import AsyncApp

from channels.slack import modals
from channels.slack.api import CallFailedError, LaterError
from channels.slack.desk import Desk
from channels.slack.home_view import view
from channels.slack.incoming import COMMAND, Incoming, lane_of
from channels.slack.modals import action
from channels.slack.people import Speaker, direct_channel, speaker
from channels.slack.turns import language_for
from coach.accounts.errors import BookError
from coach.accounts.say import trouble
from coach.anonymous import mark_of
from coach.visits.plan import cancel, visit_of

logger = logging.getLogger(__name__)


def listen(app: AsyncApp, desk: Desk) -> None:
    """Publish the tab when it is opened, and do what its buttons say."""

    @app.event("app_home_opened")
    async def opened(event: dict[str, Any], body: dict[str, Any]) -> None:
        if event.get("tab") == "home":
            await publish(body["team_id"], event["user"], desk)

    @app.action(action("brief"))
    async def brief(ack: Any, body: dict[str, Any], payload: dict[str, Any]) -> None:
        await ack()
        await _as_command(body, "brief", str(payload.get("value", "")), desk)

    @app.action(action("resume"))
    async def resume(ack: Any, body: dict[str, Any]) -> None:
        await ack()
        await _as_command(body, "rehearse", "", desk)

    @app.action(action("cancel"))
    async def cancelled(ack: Any, body: dict[str, Any], payload: dict[str, Any]) -> None:
        await ack()
        await _cancel(body, str(payload.get("value", "")), desk)

    modals.listen(app, desk, publish)


async def _remind(who: Speaker, desk: Desk) -> None:
    """From the first look on, visits planned elsewhere are reminded of here too."""
    if desk.reminders is not None:
        channel = await direct_channel(who.team, who.id, desk.store, desk.api)
        desk.reminders.remind(who, channel)
        desk.reminders.wake(lane_of(who.team, who.id))


async def publish(team: str, user: str, desk: Desk, note: str = "") -> None:
    """Show the tab to a person; when Slack cannot be reached, the next opening does it."""
    try:
        who = await speaker(team, user, desk.store, desk.api)
        if who is not None:
            await desk.api.call(team, "views.publish", user_id=user, view=await view(who, desk, note))
            await _remind(who, desk)
    except (CallFailedError, LaterError) as error:
        reason = getattr(error, "error", None) or getattr(error, "reason", "")
        logger.error("slack.home.failed error=%s team=%s person=%s", reason, team, mark_of(lane_of(team, user)))


async def _as_command(body: dict[str, Any], name: str, rest: str, desk: Desk) -> None:
    """Put a command into the inbox as if the person had typed it: it is answered in order, and once."""
    team, user = body["team"]["id"], body["user"]["id"]
    try:
        channel = await direct_channel(team, user, desk.store, desk.api)
    except (CallFailedError, LaterError):
        return await publish(team, user, desk)
    keys = (f"trigger {body.get('trigger_id', '')}",)
    what = Incoming(COMMAND, keys, team, channel, user, "0", f"{name} {rest}".strip(), direct=True)
    if desk.store.take(what):
        desk.wake(what.lane)
    return None


async def _cancel(body: dict[str, Any], value: str, desk: Desk) -> None:
    team, user = body["team"]["id"], body["user"]["id"]
    who = await speaker(team, user, desk.store, desk.api)
    if who is None:
        return
    note = ""
    try:
        await asyncio.to_thread(_cancelled, value, who, desk)
    except BookError as error:
        note = trouble(error, language_for(who, ""), desk.assistant.tools.words)
    except (ValueError, KeyError, TypeError):
        pass  # a value of another form
    if desk.reminders is not None:
        desk.reminders.wake(lane_of(team, user))
    await publish(team, user, desk, note)


def _cancelled(value: str, who: Speaker, desk: Desk) -> None:
    given, book = json.loads(value), desk.context(who).book
    pair = visit_of(book, str(given["a"]), str(given["v"]))
    if pair is not None:
        cancel(book, pair[1])
