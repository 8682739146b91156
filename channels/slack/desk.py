"""What every answer to Slack needs: the store, the Web API, the assistant, the conversations."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from channels.reviewing_apart import ReviewingApart
from channels.slack.api import Api
from channels.slack.outbox import Outbox
from channels.slack.people import Speaker
from channels.slack.settings import SlackSettings
from channels.slack.store import Store
from coach.assistant import Assistant
from coach.context import Context
from coach.terminal import language
from coach.today import today

if TYPE_CHECKING:
    from rasa.core.channels.channel import UserMessage

    from channels.slack.reminders import Reminders


def _nobody(_lane: str) -> None:
    """Before the work begins."""


@dataclass
class Desk:
    """`turn` hands a message to Rasa; `tracker` returns what Rasa keeps of a conversation, or None.

    `room` is held while something is answered, so that little is under way at once.
    """

    settings: SlackSettings
    store: Store
    api: Api
    outbox: Outbox
    assistant: Assistant
    home: Path
    turn: Callable[[UserMessage], Awaitable[Any]]
    tracker: Callable[[str], Awaitable[Any]]
    room: Callable[[], AbstractAsyncContextManager[None]] = nullcontext
    wake: Callable[[str], None] = _nobody  # works on a person's letters
    reminders: Reminders | None = None
    reviewing: ReviewingApart = field(default_factory=ReviewingApart)

    def say(self, key: str, lang: str, **values: Any) -> str:
        """Return a sentence of the newest knowledge."""
        return self.assistant.tools.words.say(key, lang, **values)

    @property
    def today(self) -> date:
        return today()

    def context(self, who: Speaker) -> Context:
        """Return what a mode needs to answer this person."""
        return self.context_of(who.user)

    def context_of(self, person: str) -> Context:
        """Return the same for a person by the key of their account book."""
        return Context(self.assistant.tools, self.today, self.home, person)

    def lang(self, team: str, user: str) -> str:
        """Return the language of a person as far as it is known without asking Slack."""
        kept = self.store.profile(team, user)
        locale = str((kept[0].get("locale") if kept else None) or "").lower()
        if not locale:
            return language()
        return "zh" if locale.startswith("zh") else "en"
