"""A Sanic app served from a thread of this process, on a free port of the loopback address."""

from __future__ import annotations

import asyncio
import socket
import threading
from typing import Any

from tests.waiting import COMES_S, STARTS_S


def touch_up_once() -> None:
    """Let an app start although another has started: Sanic rewrites its own classes then, which works once a process."""
    from sanic.touchup import TouchUp

    if any(getattr(target, "__touched__", False) for target, _ in TouchUp._registry):
        TouchUp.run = classmethod(lambda *_: None)


class Served:
    """Serves the app until the block ends; `url` is where, `loop` its event loop."""

    def __init__(self, app: Any) -> None:
        from sanic.server.loop import try_use_uvloop

        try_use_uvloop()  # before the loop is made, as in the server: a loop of another kind could start no process
        self.app, self.loop, self.url = app, asyncio.new_event_loop(), ""
        self._ready, self._failed = threading.Event(), None
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> Served:
        self._thread.start()
        assert self._ready.wait(STARTS_S)
        if self._failed:
            raise self._failed
        return self

    def __exit__(self, *_: object) -> None:
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(COMES_S)

    def _run(self) -> None:
        asyncio.set_event_loop(self.loop)
        try:
            self.loop.run_until_complete(self._start())
        except BaseException as error:
            self._failed = error
        self._ready.set()
        if not self._failed:
            self.loop.run_forever()

    async def _start(self) -> None:
        touch_up_once()
        listening = socket.socket()
        listening.bind(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        server = await self.app.create_server(sock=listening, return_asyncio_server=True, access_log=False)
        await server.startup()
        await server.start_serving()
