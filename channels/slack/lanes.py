"""One task for each lane that has work: work of one lane in order, lanes side by side."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from coach.anonymous import places_of

logger = logging.getLogger(__name__)


class Lanes:
    """`work` empties one lane; it is never running twice for the same one."""

    def __init__(self, work: Callable[[str], Awaitable[None]]) -> None:
        self._work = work
        self._running: dict[str, asyncio.Task[None]] = {}
        self._again: set[str] = set()
        self._closed = False

    @property
    def closed(self) -> bool:
        """Whether nothing new may begin: the server is going to stop."""
        return self._closed

    def wake(self, lane: str) -> None:
        """See to it that the lane is emptied."""
        if self._closed:
            return
        if lane in self._running:
            self._again.add(lane)  # it may be past its last look
            return
        self._running[lane] = asyncio.get_running_loop().create_task(self._run(lane))

    async def _run(self, lane: str) -> None:
        try:
            while True:
                self._again.discard(lane)
                await self._work(lane)
                if lane not in self._again:
                    return
        except Exception as error:
            logger.error("slack.lane.failed %s", places_of(error))
        finally:
            self._running.pop(lane, None)

    async def idle(self) -> None:
        """Wait until no lane has work."""
        while self._running:
            await asyncio.wait(list(self._running.values()))

    async def close(self, seconds: float) -> None:
        """Let what is running end within `seconds`, then stop it; nothing new begins."""
        self._closed = True
        if self._running:
            await asyncio.wait(list(self._running.values()), timeout=seconds)
        for task in list(self._running.values()):
            task.cancel()
