"""Work gives way to acknowledgements: Slack waits three seconds, people a little longer."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

# at once. Of an answer only the turn computes much; the
# rest waits for Slack now and then, and must not hold up everybody
TURNS, ANSWERING, SENDING = 1, 8, 4
LOOK_S, LONGEST_S = 0.005, 2.0  # between two looks; work does not give way for ever


class Receiving:
    """How many requests of Slack's are being acknowledged."""

    def __init__(self) -> None:
        self._count = 0

    @contextmanager
    def one(self) -> Iterator[None]:
        """While this is open, a request is being acknowledged."""
        self._count += 1
        try:
            yield
        finally:
            self._count -= 1

    async def over(self) -> None:
        """Wait until nothing is being acknowledged."""
        clock = asyncio.get_running_loop().time
        until = clock() + LONGEST_S
        while self._count and clock() < until:
            await asyncio.sleep(LOOK_S)


class Room:
    """Room for `at_once` pieces of work, each begun when nothing is being acknowledged."""

    def __init__(self, receiving: Receiving, at_once: int) -> None:
        self._receiving = receiving
        self._places = asyncio.Semaphore(at_once)

    @asynccontextmanager
    async def __call__(self) -> AsyncIterator[None]:
        """Open it for one piece of work."""
        async with self._places:
            await self._receiving.over()
            yield
