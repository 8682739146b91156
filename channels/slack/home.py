"""The home tab: shown anew each time that somebody opens it."""

from __future__ import annotations

import logging
from typing import Any

from slack_bolt.async_app import AsyncApp

from channels.slack.api import CallFailedError, LaterError
from channels.slack.blocks import block_of
from channels.slack.desk import Desk
from channels.slack.people import Speaker, speaker
from channels.slack.rendering import pieces
from channels.slack.turns import language_for
from coach.anonymous import mark_of

logger = logging.getLogger(__name__)


def listen(app: AsyncApp, desk: Desk) -> None:
    """Publish the tab when it is opened."""

    @app.event("app_home_opened")
    async def opened(event: dict[str, Any], body: dict[str, Any]) -> None:
        if event.get("tab") == "home":
            await publish(body["team_id"], event["user"], desk)


async def publish(team: str, user: str, desk: Desk) -> None:
    """Show the tab to a person; when Slack cannot be reached, the next opening does it."""
    try:
        who = await speaker(team, user, desk.store, desk.api)
        if who is not None:
            await desk.api.call(team, "views.publish", user_id=user, view=await view(who, desk))
    except (CallFailedError, LaterError) as error:
        reason = getattr(error, "error", None) or getattr(error, "reason", "")
        logger.error("slack.home.failed error=%s team=%s person=%s", reason, team, mark_of(f"{team}-{user}"))


async def view(who: Speaker, desk: Desk) -> dict[str, Any]:
    """Return the tab of a person."""
    lang = language_for(who, "")
    return {"type": "home", "blocks": [block_of(piece) for piece in pieces(desk.say("slack_help", lang))]}
