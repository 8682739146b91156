"""A desk in this process: the real store, outbox and Web API client against the stand-in, on a clock that stands still."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from channels.slack.api import Api
from channels.slack.desk import Desk
from channels.slack.outbox import Outbox
from channels.slack.reminders import Reminders
from channels.slack.schedule import Reminded
from channels.slack.settings import SlackSettings
from channels.slack.store import FILE, Store
from coach.accounts.database import open_database
from coach.context import Context, Tools
from tests.channels.slack.standin import StandIn

ANN = Reminded("TONE", "U1", "DU1", "ann@example.com", "en", "Asia/Shanghai")


@dataclass
class Office:
    """A home folder, a clock, and desks that come and go with it as processes do."""

    slack: StandIn
    home: Path
    tools: Tools
    now: float

    def context(self, user: str = ANN.person) -> Context:
        return Context(self.tools, date(2026, 11, 26), self.home, user)

    def run(self, work: Callable[[Desk], Coroutine[Any, Any, Any]]) -> Any:
        """Do `work` with a desk of a new process, and close it."""

        async def whole() -> Any:
            async def no_turn(*_: Any) -> None:
                return None

            store = Store(self.home / FILE, clock=lambda: self.now)
            settings = SlackSettings({"TONE": "xoxb-one", "TTWO": "xoxb-two"}, "secret", None, self.slack.api)
            api = Api(settings)
            outbox = Outbox(store, api)
            desk = Desk(settings, store, api, outbox, SimpleNamespace(tools=self.tools), self.home, no_turn, no_turn)  # type: ignore[arg-type]
            desk.reminders = Reminders(desk)
            try:
                result = await work(desk)
                await asyncio.wait_for(desk.reminders.lanes.idle(), 20)
                await outbox.lanes.idle()
                return result
            finally:
                await api.close()
                store.close()

        return asyncio.run(whole())


def office(slack: StandIn, home: Path, tools: Tools, now: float) -> Office:
    open_database.cache_clear()
    made = Office(slack, home, tools, now)
    slack.clock = lambda: made.now
    return made
