"""Who speaks: the person behind Slack's user id, by e-mail address, so that Slack and the web page know one person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from channels.slack.api import Api, CallFailedError, LaterError
from channels.slack.store import Store

READ, READ_EMAIL = "users:read", "users:read.email"
_KEPT = ("id", "team_id", "deleted", "is_bot", "is_stranger", "is_email_confirmed", "locale", "tz", "name", "real_name")
_DM_S = 30 * 24 * 3600.0


@dataclass(frozen=True)
class Speaker:
    """`user`: key of account book and results. `missing`: the scope without which the address is not known."""

    team: str
    id: str
    user: str
    name: str
    lang: str | None = None
    tz: str | None = None
    missing: str = ""


async def speaker(team: str, user: str, store: Store, api: Api, home: str = "") -> Speaker | None:
    """Return who it is; None for bots, people who left, and people of other companies. Raises LaterError.

    `home`: the workspace that the event names as the person's own, "" where it names none.
    """
    try:
        profile = await _profile(team, user, store, api)
    except CallFailedError as error:
        if error.error == "missing_scope" and home in ("", team):
            return Speaker(team, user, f"slack-{team}-{user}", user, missing=error.needed or READ)
        return None
    if _is_foreign(profile, team, home or team):
        return None
    email = str(profile.get("email") or "").strip().lower() if profile.get("is_email_confirmed", True) else ""
    locale = str(profile.get("locale") or "").lower()
    return Speaker(
        team, user, email or f"slack-{team}-{user}", profile.get("shown") or user,
        ("zh" if locale.startswith("zh") else "en") if locale else None, profile.get("tz"),
        "" if email else READ_EMAIL,
    )  # fmt: skip


async def name_of(team: str, user: str, store: Store, api: Api) -> str:
    """Return the name that Slack shows for a user; the id when Slack does not tell it."""
    try:
        return str((await _profile(team, user, store, api)).get("shown") or user)
    except (CallFailedError, LaterError):
        return user


async def direct_channel(team: str, user: str, store: Store, api: Api) -> str:
    """Return the channel of the direct message with a person. Raises CallFailedError or LaterError."""
    key = f"dm {team} {user}"
    if known := store.noted(key):
        return known
    opened = await api.call(team, "conversations.open", users=user)
    channel = str(opened["channel"]["id"])
    store.note(key, channel, _DM_S)
    return channel


def note_direct(team: str, user: str, channel: str, store: Store) -> None:
    """Remember the channel of the direct message with a person, from which something came."""
    key = f"dm {team} {user}"
    if store.noted(key) != channel:
        store.note(key, channel, _DM_S)


def is_direct(team: str, user: str, channel: str, store: Store) -> bool:
    """Say whether a channel is the direct message with the assistant, as far as is known: people have others, too."""
    return channel.startswith("D") and store.noted(f"dm {team} {user}") in (None, channel)


async def _profile(team: str, user: str, store: Store, api: Api) -> dict[str, Any]:
    kept = store.profile(team, user)
    if kept and kept[1]:
        return kept[0]
    try:
        answer = await api.call(team, "users.info", user=user, include_locale=True)
    except LaterError:
        if kept:
            return kept[0]  # an old answer is better than none
        raise
    profile = _of(answer.get("user") or {})
    store.keep_profile(team, user, profile)
    return profile


def _of(user: dict[str, Any]) -> dict[str, Any]:
    """Keep only what is needed."""
    about = user.get("profile") or {}
    shown = about.get("display_name") or user.get("real_name") or about.get("real_name") or user.get("name")
    teams = (user.get("enterprise_user") or {}).get("teams") or []
    kept = {name: user[name] for name in _KEPT if name in user}
    return {**kept, "teams": teams, "email": about.get("email"), "shown": shown}


def _is_foreign(profile: dict[str, Any], team: str, home: str) -> bool:
    """Somebody of another company in a shared channel could carry any address that their own workspace gives them.

    With Enterprise Grid a colleague's own workspace may be another one of the same organisation: `teams` lists both.
    """
    ours = team in (profile.get("teams") or []) or home == profile.get("team_id", team) == team
    return bool(profile.get("deleted") or profile.get("is_bot") or profile.get("is_stranger") or not ours)
