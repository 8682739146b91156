"""Sees to it, now and then and when somebody has spoken, that scheduled messages agree with the account book."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from channels.slack.api import CallFailedError, LaterError
from channels.slack.desk import Desk
from channels.slack.lanes import Lanes
from channels.slack.outbox import backoff
from channels.slack.people import Speaker
from channels.slack.reminding import agree, trouble_of
from channels.slack.schedule import Reminded, Schedule
from channels.slack.turns import language_for
from coach.accounts.errors import BookError

EVERY_S = 300.0  # accounts change on the web page too; far visits come within reach
TRIES = 6
logger = logging.getLogger(__name__)


class Reminders:
    """One pass for a person at a time. `pause` is asyncio.sleep, but for tests."""

    def __init__(self, desk: Desk, pause: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self.desk, self._pause = desk, pause
        self.schedule = Schedule(desk.store)
        self.lanes = Lanes(self._pass)

    def start(self) -> None:
        """Go on with what the last process left, for everybody who is reminded."""
        for lane in self.schedule.lanes():
            self.lanes.wake(lane)

    async def run(self) -> None:
        """Look every few minutes."""
        while True:
            self.start()
            await self._pause(EVERY_S)

    def wake(self, lane: str) -> None:
        """Look now, when the person is reminded at all."""
        if self.schedule.person(lane) is not None:
            self.lanes.wake(lane)

    def remind(self, who: Speaker, channel: str) -> None:
        """From now on remind this person of visits in the direct message `channel`."""
        self.schedule.remind(Reminded(who.team, who.id, channel, who.user, language_for(who, ""), who.tz or ""))

    async def _pass(self, lane: str) -> None:
        who = self.schedule.person(lane)
        for tries in range(TRIES):
            if who is None or who.team in self.desk.api.off:
                return
            try:
                async with self.desk.room():
                    return await agree(who, self.desk, self.schedule)
            except LaterError as error:
                await self._pause(error.seconds if error.seconds is not None else backoff(tries))
            except (CallFailedError, BookError) as error:
                return trouble_of(error, who)  # the next look tries again
