"""Slack's escaped text, back to what the person saw when typing it."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

_SPECIAL = re.compile(r"<([^<>]*)>")
_USER = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>")
_ENTITY = re.compile(r"&(?:amp|lt|gt);")


def mentioned(text: str) -> list[str]:
    """Return the ids of the people mentioned in `text`."""
    return _USER.findall(text)


def unescaped(text: str, names: Mapping[str, str], bot: str = "") -> str:
    """Return what the person saw. `names`: shown name by user id. The assistant's own mention goes."""
    if bot:
        text = re.sub(rf"<@{re.escape(bot)}(?:\|[^<>]*)?>[ \t:：,，]*", "", text)
    plain = _SPECIAL.sub(lambda found: _shown(found.group(1), names), text)
    return _ENTITY.sub(lambda found: html.unescape(found.group()), plain).replace("\xa0", " ").strip()


def _shown(inside: str, names: Mapping[str, str]) -> str:
    what, _, label = inside.partition("|")
    if what.startswith("@"):
        return "@" + (label or names.get(what[1:], what[1:]))
    if what.startswith("#"):
        return "#" + (label or what[1:])
    if what.startswith("!"):
        command = what[1:].split("^")[0]
        if command in ("here", "channel", "everyone"):
            return f"@{command}"
        return label or command
    return label or what.removeprefix("mailto:").removeprefix("tel:")
