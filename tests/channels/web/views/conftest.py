"""The endpoints of the views on a real port of this process, without a bot behind them; each test has a home of its own."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest

from channels.web import accounts, methodology, progress, review, scenarios, team, why, words
from channels.web.answer import answer_error
from channels.web.person import Person
from coach.accounts.database import open_database
from coach.accounts.open import book_of
from coach.accounts.records import Account, Contact
from coach.context import Context, Tools

ENDPOINTS = (words, why, scenarios, progress, accounts, team, review, methodology)
TODAY = date(2026, 3, 2)


class Store:
    """Stands for Rasa's store: the kept conversations by user, as JSON in the slot."""

    def __init__(self) -> None:
        self.states: dict[str, str] = {}

    async def retrieve(self, user: str) -> Any:
        state = self.states.get(user)
        return type("Tracker", (), {"get_slot": lambda _, __: state})() if state else None


class Agent:
    def __init__(self) -> None:
        self.tracker_store = Store()


@pytest.fixture(scope="session")
def port() -> Iterator[tuple[int, Any]]:
    """The port of the one server that all tests share, and its application."""
    from sanic import Blueprint, Sanic
    from sanic.touchup import TouchUp

    app = Sanic("views", configure_logging=False)
    blueprint = Blueprint("web")
    for endpoints in ENDPOINTS:
        endpoints.add_to(blueprint)
    app.blueprint(blueprint)
    app.error_handler.add(Exception, answer_error)

    async def recognise(request: Any) -> None:
        user = request.headers.get("x-user", "ann")
        request.ctx.person = Person(user, user.title(), user == "boss")

    app.register_middleware(recognise, "request")
    app.ctx.agent = Agent()
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    loop = asyncio.new_event_loop()
    ready = threading.Event()

    async def serve() -> None:
        # a start changes Sanic's classes for the whole process; in test mode that can be done again
        if any(getattr(target, "__touched__", False) for target, _ in TouchUp._registry) and not Sanic.test_mode:
            TouchUp.run = classmethod(lambda *_: None)
        Sanic.test_mode = True
        server = await app.create_server(sock=listening, return_asyncio_server=True, access_log=False)
        await server.startup()
        await server.start_serving()
        ready.set()

    def work() -> None:
        asyncio.set_event_loop(loop)
        loop.run_until_complete(serve())
        loop.run_forever()

    threading.Thread(target=work, daemon=True).start()
    assert ready.wait(30)
    yield listening.getsockname()[1], app
    loop.call_soon_threadsafe(loop.stop)


class Page:
    """What a page of one user asks the server."""

    def __init__(self, client: httpx.Client, store: Store, home: Path) -> None:
        self._client, self.store, self.home = client, store, home

    def ask(self, method: str, path: str, user: str = "ann", lang: str = "en", **more: Any) -> httpx.Response:
        headers = {"x-user": user, "x-coach-lang": lang, **more.pop("headers", {})}
        return self._client.request(method, path, headers=headers, **more)

    def get(self, path: str, **more: Any) -> Any:
        answer = self.ask("GET", path, **more)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def send(self, method: str, path: str, body: Any, **more: Any) -> httpx.Response:
        return self.ask(method, path, json=body, **more)


@pytest.fixture
def page(port: tuple[int, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tools: Tools) -> Iterator[Page]:
    number, app = port
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("COACH_HOME", str(home))
    monkeypatch.setenv("COACH_TODAY", TODAY.isoformat())
    monkeypatch.delenv("COACH_DATABASE", raising=False)
    open_database.cache_clear()
    app.ctx.agent = Agent()
    with httpx.Client(base_url=f"http://127.0.0.1:{number}", timeout=60) as client:
        yield Page(client, app.ctx.agent.tracker_store, home)


@pytest.fixture
def context(page: Page, tools: Tools) -> Context:
    return Context(tools, TODAY, page.home, "ann")


@pytest.fixture
def account(page: Page) -> Callable[..., str]:
    """A function that puts an account with one contact into a user's book and returns its id."""

    def made(name: str = "Nordlicht GmbH", user: str = "ann", contact: str = "Anna Berg") -> str:
        book = book_of(user, page.home)
        [there] = book.save(Account(name))
        book.save(Contact(contact, title="product manager", account=there.id))
        return there.id

    return made
