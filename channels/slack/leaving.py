"""The app was taken out of a workspace: nothing is sent there any more."""

from __future__ import annotations

from typing import Any

from slack_bolt.async_app import AsyncApp

from channels.slack.desk import Desk


def listen(app: AsyncApp, desk: Desk) -> None:
    """Note what Slack tells of the app's own end, and take everything else without a word."""

    @app.event("app_uninstalled")
    async def uninstalled(body: dict[str, Any]) -> None:
        desk.api.leave(body["team_id"], "app_uninstalled")

    @app.event("tokens_revoked")
    async def revoked(body: dict[str, Any], event: dict[str, Any]) -> None:
        if (event.get("tokens") or {}).get("bot"):
            desk.api.leave(body["team_id"], "tokens_revoked")

    @app.event({"type": "message"})
    async def ignored() -> None:
        """Messages of others, edits and joins are acknowledged, so that Slack does not send them again."""

    @app.event("app_mention")
    async def ignored_mention() -> None:
        """A mention by another app."""
