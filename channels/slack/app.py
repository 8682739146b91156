"""The Bolt app: what Slack sends is verified, stored, and only then acknowledged; the work comes after."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from slack_bolt import BoltResponse
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_bolt.authorization import AuthorizeResult

from channels.slack import home, leaving
from channels.slack.desk import Desk
from channels.slack.incoming import COMMAND, Incoming, incoming, team_of
from channels.slack.people import is_direct
from channels.slack.work import Work

Next = Callable[[], Awaitable[None]]
LISTENERS = (home.listen, leaving.listen)  # what Bolt hands on: all that is not kept in the inbox
logger = logging.getLogger("channels.slack.bolt")
logger.setLevel(logging.ERROR)  # Bolt's warnings show what was sent


def build(desk: Desk, work: Work) -> AsyncApp:
    """Return the app. Requests over HTTPS are verified by Bolt's own middleware before `admit` sees them."""

    async def admit(req: AsyncBoltRequest, next: Next) -> BoltResponse | None:
        return await _admit(req, next, desk, work)

    async def authorize(team_id: str | None, **_: Any) -> AuthorizeResult | None:
        if not team_id or not desk.api.knows(team_id):
            return None
        return AuthorizeResult(
            enterprise_id=None, team_id=team_id, bot_token=desk.api.token(team_id),
            bot_user_id=desk.api.bots.get(team_id),
        )  # fmt: skip

    app = AsyncApp(
        signing_secret=desk.settings.signing_secret or "never used: Socket Mode only",
        before_authorize=admit, authorize=authorize, client=desk.api.client, logger=logger,
    )  # fmt: skip
    for listen in LISTENERS:
        listen(app, desk)
    return app


async def _admit(req: AsyncBoltRequest, proceed: Next, desk: Desk, work: Work) -> BoltResponse | None:
    """Keep what is for us and acknowledge it; refuse other workspaces; leave the rest to Bolt's listeners."""
    body = req.body
    if body.get("type") == "url_verification" or "ssl_check" in body:
        await proceed()
        return None
    team = team_of(body)
    if not desk.api.knows(team):
        logger.error("slack.workspace.unknown team=%s", str(team)[:20])
        # over a socket an answer that is no 200 is none, and Slack would send it again and again
        return BoltResponse(
            status=200 if req.mode == "socket_mode" else 403, body="", headers={"X-Slack-No-Retry": "1"}
        )
    try:
        what = incoming(body, desk.api.bots.get(str(team)))
    except (KeyError, TypeError, AttributeError, ValueError):
        return BoltResponse(status=400 if req.mode == "http" else 200, body="", headers={"X-Slack-No-Retry": "1"})
    if what is None:
        await proceed()
        return None
    if desk.store.take(what):
        work.wake(what.lane)
    return BoltResponse(status=200, body=_at_once(what, desk))


def _at_once(what: Incoming, desk: Desk) -> dict[str, str] | str:
    """Return what is shown with the acknowledgement: in a channel, where the answer to a command will be."""
    if what.kind != COMMAND or is_direct(what.team, what.user, what.channel, desk.store):
        return ""
    said = desk.say("slack_answer_in_dm", desk.lang(what.team, what.user))
    return {"response_type": "ephemeral", "text": said}
