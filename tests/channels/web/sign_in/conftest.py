"""A server with the guard, the pages for signing in and a probe behind them; asked in this process."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import httpx
import pytest

from channels.web.sign_in import routes
from channels.web.sign_in.gate import Gate, gate_of
from channels.web.sign_in.guard import attach
from channels.web.sign_in.settings import SignIn
from coach.sign_in.invites import Invites
from tests.channels.web.in_process import touch_up_once

Open = Callable[..., "Site"]


@dataclass
class Site:
    """The server, and browsers to ask it with."""

    app: Any
    gate: Gate
    loop: asyncio.AbstractEventLoop
    home: Path
    url: str = "https://coach.example.com"
    _browsers: list[Browser] = field(default_factory=list)

    def browser(self, **headers: str) -> Browser:
        """Return a browser without cookies; `headers` go with each request."""
        client = httpx.AsyncClient(
            transport=httpx.ASGITransport(self.app), base_url=self.url, headers={"accept-language": "en", **headers}
        )
        self._browsers.append(Browser(client, self))
        return self._browsers[-1]

    def invited(self, who: str = "Li Na", *, manager: bool = False, days: int = 7, at: float | None = None) -> str:
        """Invite somebody and return the secret of the link."""
        import time

        return Invites(self.home).invite(who, manager=manager, days=days, now=at or time.time())[1]

    def close(self) -> None:
        for browser in self._browsers:
            self.loop.run_until_complete(browser.client.aclose())


@dataclass
class Browser:
    """Keeps cookies as a browser does."""

    client: httpx.AsyncClient
    site: Site

    def ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        return self.site.loop.run_until_complete(self.client.request(method, path, **more))

    def get(self, path: str, **more: Any) -> httpx.Response:
        return self.ask("GET", path, **more)

    def post(self, path: str, **more: Any) -> httpx.Response:
        """Send as our own page does."""
        return self.ask("POST", path, headers={"origin": self.site.url, **more.pop("headers", {})}, **more)

    def sign_in(self, secret: str, **form: str) -> httpx.Response:
        return self.post("/sign_in", data={"code": secret, **form})

    def who(self) -> str | None:
        """Return the user whom the server takes us for."""
        answer = self.get("/api/probe")
        assert answer.status_code in (200, 401), answer.text
        return answer.json()["user"] if answer.status_code == 200 else None


@pytest.fixture(scope="session")
def behind() -> Any:
    """The application, once for all tests."""
    loop = asyncio.new_event_loop()
    app = _app()
    loop.run_until_complete(_start(app))
    yield app, loop
    loop.close()


@pytest.fixture
def site(tmp_path: Path, behind: Any) -> Iterator[Open]:
    """A function that opens the server with some settings."""
    app, loop = behind
    sites: list[Site] = []

    def opened(**settings: Any) -> Site:
        chosen = replace(SignIn("invite", "https://coach.example.com"), **settings)
        app.ctx.sign_in = gate_of(chosen, tmp_path)
        app.config.PROXIES_COUNT = chosen.proxies or None
        url = chosen.public_url or "http://127.0.0.1:5005"
        sites.append(Site(app, app.ctx.sign_in, loop, tmp_path, url))
        return sites[-1]

    yield opened
    for one in sites:
        one.close()


def _app() -> Any:
    from sanic import Blueprint, Sanic, response

    from channels.web.answer import answer_error

    app = Sanic("sign_in", configure_logging=False)
    blueprint = Blueprint("pages")
    routes.add_to(blueprint)

    async def probe(request: Any, **_: str) -> Any:
        return response.json(vars(request.ctx.person) if hasattr(request.ctx, "person") else {})

    async def stream(request: Any) -> None:
        sent = await request.respond(content_type="text/event-stream")
        await sent.send(":\n\n")
        await sent.eof()

    every = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]
    for number, path in enumerate(("/", "/api/probe", "/api/words", "/webhooks/<channel:str>/webhook")):
        blueprint.add_route(probe, path, methods=every, name=f"probe_{number}")
    blueprint.add_route(stream, "/api/stream", methods=["GET"])
    app.blueprint(blueprint)
    app.error_handler.add(Exception, answer_error)
    attach(app, gate_of(SignIn(), Path("nowhere")))
    return app


async def _start(app: Any) -> None:
    """Start without listening."""
    touch_up_once()
    await app._startup()
    app.asgi = True
