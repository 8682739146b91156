"""The page's server in this process, with an assistant that tells what reached it; the header X-User says who speaks."""

from __future__ import annotations

import itertools
import threading
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest

from coach.assistant import Turn, shared_assistant
from tests.channels.web import in_process
from tests.conftest import Bot
from tests.waiting import COMES_S

_users = itertools.count()


class Echo:
    """Says what it was told, and which turn it is. "boom" fails, "wait" waits for `go_on`, "forget" forgets."""

    def __init__(self) -> None:
        self.tools = shared_assistant().tools
        self.taken: list[str] = []
        self.go_on = threading.Event()

    def command(self, text: str) -> Any:
        from coach.read.verdict import Verdict

        return Verdict("content", 0.9)

    def greeting(self, state: Any, lang: str, **_more: Any) -> tuple[str, ...]:
        return ("hello",)

    def take_turn(self, state: Any, text: str, *, today: Any, user: str = "user", **_more: Any) -> Turn:
        self.taken.append(text)
        number = (state or {}).get("number", 0) + 1
        if text == "boom":
            raise RuntimeError("boom")
        if text.startswith("wait"):
            assert self.go_on.wait(COMES_S)
        forgot = text.startswith("forget")
        return Turn({"number": number, "mode": "drill", "forgot": forgot}, (f"{number}: {text}", user))


@dataclass
class Page:
    """What the page of one user sends."""

    url: str
    user: str
    client: httpx.Client = field(default_factory=lambda: httpx.Client(timeout=COMES_S))

    def ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        headers = {"x-user": self.user, "accept-language": "en", "origin": self.url, **more.pop("headers", {})}
        return self.client.request(method, self.url + path, headers=headers, **more)

    def say(self, text: str, id_: str | None = None) -> Any:
        """Send a message and return the turn."""
        answer = self.ask("POST", "/api/chat", json={"id": id_ or new_id(), "text": text})
        assert answer.status_code == 200, answer.text
        return answer.json()["turn"]

    def turns(self, query: str = "") -> list[Any]:
        return list(self.ask("GET", f"/api/chat{query}").json()["turns"])

    def events(self, after: int | None = 0, last: int | None = None) -> Any:
        """Open the stream of events, to be used with `with`."""
        query = "" if after is None else f"?after={after}"
        headers = {"x-user": self.user, **({"last-event-id": str(last)} if last is not None else {})}
        return httpx.stream("GET", f"{self.url}/api/chat/events{query}", headers=headers, timeout=COMES_S)


@dataclass
class Served:
    """The running server and what it is made of."""

    url: str
    app: Any
    echo: Echo
    bot: Bot
    loop: Any

    def page(self, user: str | None = None) -> Page:
        """A page of a user; of a new one by default."""
        return Page(self.url, user or f"user-{next(_users)}@example.com")


def new_id() -> str:
    """Return an id as a page makes it."""
    return str(uuid.uuid4())


@pytest.fixture(scope="module")
def served(open_bot: Callable[[Path], Bot], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    from sanic import Sanic

    from channels.web.sign_in.gate import Gate
    from server.serve import create_app

    echo = Echo()
    with pytest.MonkeyPatch.context() as patch:
        for module in ("actions.action_take_turn", "components.coach_reader", "channels.web.chat"):
            patch.setattr(f"{module}.shared_assistant", lambda: echo)
        patch.setattr(Gate, "person", person)
        bot = open_bot(tmp_path_factory.mktemp("served") / "conversations.db")
        app = create_app(bot.loaded)
        with in_process.Served(app) as server:
            yield Served(server.url, app, echo, bot, server.loop)
        Sanic._app_registry.pop(app.name)
        bot.close()


def person(_gate: Any, request: Any) -> Any:
    """Take the word of whoever asks."""
    from channels.web.person import Person

    user = request.headers.get("x-user", "nobody")
    return Person(user, user, manager=False)
