"""Turns one after the other, and acknowledgements before them: Slack waits three seconds, people a little longer."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any

AT_ONCE = 1  # turns compute; several at once only make the acknowledgements wait
LOOK_S, LONGEST_S = 0.005, 2.0  # between two looks; a turn does not give way for ever


class GivingWay:
    """Called with a message, it hands it to `turn` when nothing is being acknowledged."""

    def __init__(self, turn: Callable[[Any], Awaitable[Any]]) -> None:
        self._turn = turn
        self._room = asyncio.Semaphore(AT_ONCE)
        self._receiving = 0

    @contextmanager
    def receiving(self) -> Iterator[None]:
        """While this is open, a request of Slack's is being acknowledged."""
        self._receiving += 1
        try:
            yield
        finally:
            self._receiving -= 1

    async def __call__(self, message: Any) -> Any:
        """Take the turn."""
        async with self._room:
            clock = asyncio.get_running_loop().time
            until = clock() + LONGEST_S
            while self._receiving and clock() < until:
                await asyncio.sleep(LOOK_S)
            return await self._turn(message)
