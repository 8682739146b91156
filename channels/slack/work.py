"""Works on what is in the inbox: one person's letters in order, persons side by side."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager, nullcontext

from channels.slack.api import CallFailedError, LaterError
from channels.slack.blocks import Answer
from channels.slack.commands import command
from channels.slack.desk import Desk
from channels.slack.incoming import COMMAND, MESSAGE, PRESS
from channels.slack.lanes import Lanes
from channels.slack.letters import Letter
from channels.slack.outbox import backoff
from channels.slack.pressing import press
from channels.slack.replies import NOTHING, Done, posts, whispers
from channels.slack.talking import message
from coach.anonymous import mark_of, places_of

TRIES = 3  # of a letter on which we fail ourselves
HANDLERS: dict[str, Callable[[Letter, Desk], Awaitable[Done]]] = {MESSAGE: message, COMMAND: command, PRESS: press}
logger = logging.getLogger(__name__)


class Work:
    """The tasks that answer letters."""

    def __init__(self, desk: Desk, pause: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self.desk, self._pause = desk, pause
        self.lanes = Lanes(self._empty)

    def wake(self, lane: str) -> None:
        """See to it that a person's letters are answered."""
        self.lanes.wake(lane)

    def start(self) -> None:
        """Go on with what the last process acknowledged and did not answer."""
        for lane in self.desk.store.lanes_in():
            self.wake(lane)

    async def _empty(self, lane: str) -> None:
        while (letter := self.desk.store.next_letter(lane)) is not None:
            try:
                async with self._room_for(letter):
                    done = await self._answer(letter)
            except LaterError as error:
                if self.lanes.closed:
                    return  # the letter is answered by the next process
                await self._pause(error.seconds if error.seconds is not None else backoff(letter.tries))
                continue
            self.desk.store.answered(letter, done.posts, done.talk)
            self.desk.outbox.wake(lane)
            if self.desk.reminders is not None:
                self.desk.reminders.wake(lane)  # a visit may have been planned, moved, cancelled

    def _room_for(self, letter: Letter) -> AbstractAsyncContextManager[None]:
        """A file is loaded and judged beside all else, one at a time: it takes too long to hold a place."""
        return nullcontext() if letter.incoming.details.get("files") else self.desk.room()

    async def _answer(self, letter: Letter) -> Done:
        """Return the answer. Raises LaterError; all else is told to the person, as far as that is possible."""
        incoming = letter.incoming
        if incoming.team in self.desk.api.off:
            return NOTHING
        try:
            return await HANDLERS[incoming.kind](letter, self.desk)
        except LaterError:
            raise
        except CallFailedError as error:
            logger.error(
                "slack.call.refused method=%s error=%s needed=%s team=%s person=%s",
                error.method, error.error, error.needed or "-", incoming.team, mark_of(incoming.lane),
            )  # fmt: skip
            lang = self.desk.lang(incoming.team, incoming.user)
            return (
                self._tell(letter, self.desk.say("slack_scope", lang, scope=error.needed)) if error.needed else NOTHING
            )
        except Exception as error:
            logger.error("slack.letter.failed person=%s %s", mark_of(incoming.lane), places_of(error))
            if letter.tries + 1 < TRIES:
                raise LaterError("answer", type(error).__name__) from None
            return self._tell(letter, self.desk.say("slack_trouble", self.desk.lang(incoming.team, incoming.user)))

    def _tell(self, letter: Letter, text: str) -> Done:
        incoming = letter.incoming
        if incoming.direct:
            return Done(posts(incoming.channel, incoming.thread, Answer([text])))
        return Done(whispers(incoming, text))
