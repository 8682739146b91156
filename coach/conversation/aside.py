"""Answer a request beside the conversation, which stays as it is: a page asked for by a command or a button."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from coach.accounts.errors import BookError
from coach.accounts.say import trouble
from coach.context import Context
from coach.conversation.doors import DOORS
from coach.conversation.state import Conversation, from_json
from coach.read.requests import Request


def aside(state: dict[str, Any] | None, asked: str, rest: str, lang: str, context: Context) -> list[str]:
    """Return what the assistant says to the request `asked` (a key of DOORS) with the words `rest`, in `lang`."""
    conversation = _read(state)
    conversation.interview = replace(conversation.interview, lang=lang)
    try:
        return DOORS[asked](conversation, Request(asked, rest), "", context)[1]
    except BookError as error:
        return [trouble(error, lang, context.tools.words)]


def _read(state: dict[str, Any] | None) -> Conversation:
    try:
        return from_json(state)
    except ValueError:  # what the next turn does about it is its affair
        return Conversation()
