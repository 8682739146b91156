"""Takes each message once, however often it is sent."""

from __future__ import annotations

import asyncio
from contextlib import AbstractAsyncContextManager
from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

from channels.web.places import Places

CHANNEL = "web"


class NotTakenError(Exception):
    """The message was not answered and left no trace: it may be sent again."""


class Taking:
    """Makes turns of messages. The log (server/messages.py) is written together with the state that came of a turn.

    So a message is either in both or in neither, also when the server was killed. A turn goes on when the page that
    sent it goes away: what asks again with the same id waits for the same turn.
    """

    def __init__(self, shared: Any) -> None:
        """`shared` is the application's context: `agent`, `messages`, `live`."""
        self._shared = shared
        self._running: dict[tuple[str, str], asyncio.Task[Any]] = {}
        self._places = Places(1)

    async def take(self, user: str, id_: str, text: str) -> Any:
        """Return the turn that answers the message. Raises NotTakenError."""
        key = (user, id_)
        task = self._running.get(key)
        if task is None:
            task = self._running[key] = asyncio.create_task(self._take(user, id_, text))
            task.add_done_callback(lambda _: self._running.pop(key, None))
        return await asyncio.shield(task)

    async def _take(self, user: str, id_: str, text: str) -> Any:
        async with self.alone(user):
            messages = self._shared.messages
            if found := messages.find(user, id_):
                return found
            self._shared.live.typing(user, id_)
            message = UserMessage(
                text, CollectingOutputChannel(), user, input_channel=CHANNEL, message_id=id_, metadata={"user": user}
            )
            await self._shared.agent.handle_message(message)
            found = messages.find(user, id_)
            if found is None:
                raise NotTakenError
            return found

    def alone(self, user: str) -> AbstractAsyncContextManager[None]:
        """Hold the conversation: what comes meanwhile waits, first come, first served."""
        return self._places.of(user)
