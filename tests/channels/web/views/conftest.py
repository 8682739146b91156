"""The endpoints of the views on a real port of this process, without a bot behind them; each test has a home of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest

from channels.web import accounts, files, methodology, progress, review, scenarios, team, why, words
from channels.web.answer import answer_error
from channels.web.person import Person
from coach.accounts.database import open_database
from coach.accounts.open import book_of
from coach.accounts.records import Account, Contact
from coach.context import Context, Tools
from tests.channels.web.in_process import Served
from tests.waiting import COMES_S

ENDPOINTS = (words, why, scenarios, progress, accounts, files, team, review, methodology)
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
def server() -> Iterator[tuple[str, Any]]:
    """The address of the one server that all tests share, and its application."""
    from sanic import Blueprint, Sanic

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
    with Served(app) as server:
        yield server.url, app


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
def page(server: tuple[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tools: Tools) -> Iterator[Page]:
    url, app = server
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("COACH_HOME", str(home))
    monkeypatch.setenv("COACH_TODAY", TODAY.isoformat())
    monkeypatch.delenv("COACH_DATABASE", raising=False)
    open_database.cache_clear()
    app.ctx.agent = Agent()
    with httpx.Client(base_url=url, timeout=COMES_S) as client:
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
