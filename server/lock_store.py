"""One turn of a conversation at a time, first come, first served.

Rasa's own lock in memory looks once a second whether it is free, and forgets who holds it after a minute.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from rasa.core.lock import TicketLock
from rasa.core.lock_store import LockStore

from channels.web.places import Places


class OrderedLockStore(LockStore):
    """Locks within this process; waiting costs nothing and ends at once."""

    def __init__(self, endpoint_config: Any = None) -> None:
        """Nothing is read from endpoints.yml."""
        super().__init__()
        self._places = Places(1)

    @asynccontextmanager
    async def lock(
        self, conversation_id: str, lock_lifetime: float = 0, wait_time_in_seconds: float = 0
    ) -> AsyncIterator[TicketLock]:
        """Hold the conversation until the block ends, however long that takes."""
        async with self._places.of(conversation_id):
            yield TicketLock(conversation_id)
