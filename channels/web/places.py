"""Places by name, for work of which one person may have only so much at once: first come, first served."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Hashable
from contextlib import asynccontextmanager


class Places:
    """`each`: how many places there are under each key. Keys that nobody holds or waits for cost nothing."""

    def __init__(self, each: int) -> None:
        self._each = each
        self._by_key: dict[Hashable, _Place] = {}

    @asynccontextmanager
    async def of(self, key: Hashable) -> AsyncIterator[None]:
        """Hold a place until the block ends; what comes when all are taken waits."""
        await self.take(key)
        try:
            yield
        finally:
            self.leave(key)

    async def take(self, key: Hashable) -> None:
        """Wait for a place, which has to be left again. Who gives up waiting has none."""
        place = self._by_key.setdefault(key, _Place(self._each))
        place.wanted += 1
        try:
            await place.free.acquire()
        except BaseException:
            self._unwanted(key)
            raise

    def leave(self, key: Hashable) -> None:
        """Give a place to whoever waits longest."""
        self._by_key[key].free.release()
        self._unwanted(key)

    def _unwanted(self, key: Hashable) -> None:
        place = self._by_key[key]
        place.wanted -= 1
        if not place.wanted:
            del self._by_key[key]


class _Place:
    """The free places under a key, and how many hold one or wait for one."""

    def __init__(self, each: int) -> None:
        self.free = asyncio.Semaphore(each)
        self.wanted = 0
