"""What the tests share: silence, a home of their own, a model trained once, and a bot that answers in this process."""

from __future__ import annotations

import asyncio
import itertools
import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from coach.accounts import migrate
from coach.assistant import shared_assistant
from coach.context import Tools
from server import rasa_patches
from server.quiet import hush
from tests import migrated, order, postgres

HOME = tempfile.TemporaryDirectory(prefix="coach-tests-")
os.environ["COACH_HOME"] = HOME.name  # before anything reads the settings: no test touches the user's conversations
hush()
rasa_patches.before_import()
migrate._upgrade = migrated.Migrated()
_names = itertools.count()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: order.place(item.nodeid))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> order.LongestFirst | None:
    return order.LongestFirst(config, log) if config.getvalue("dist") == "loadfile" else None


def pytest_unconfigure(config: pytest.Config) -> None:
    HOME.cleanup()


@dataclass
class Bot:
    """The whole bot in this process: reader, rule, action, store."""

    loaded: Any

    def say(self, text: str | None, sender: str) -> list[str]:
        """Return the messages in answer to `text`."""
        from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

        collected = CollectingOutputChannel()
        message = UserMessage(text, collected, sender, input_channel="test")
        asyncio.run(self.loaded.agent.handle_message(message))
        return [message["text"] for message in collected.messages]

    def tracker(self, sender: str) -> Any:
        return asyncio.run(self.loaded.store.retrieve(sender))

    def close(self) -> None:
        self.loaded.store.database.engine.dispose()


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The model, trained from the present sources."""
    from server.model import train

    return train(tmp_path_factory.mktemp("models"))


@pytest.fixture(scope="session")
def open_bot(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Bot]:
    """A function that opens the bot on a given conversations file."""
    from server.launch import load

    def open_on(database: Path) -> Bot:
        endpoints = tmp_path_factory.mktemp("endpoints") / "endpoints.yml"
        endpoints.write_text(
            f"tracker_store:\n  type: server.tracker_store.ConversationStore\n  path: {database}\n", encoding="utf-8"
        )
        return Bot(load(model, endpoints))

    return open_on


@pytest.fixture(scope="session")
def bot(open_bot: Callable[[Path], Bot], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bot]:
    """The bot with the real assistant; give each test a `sender` of its own."""
    opened = open_bot(tmp_path_factory.mktemp("bot") / "conversations.db")
    yield opened
    opened.close()


@pytest.fixture
def sender() -> str:
    """A conversation that nobody else uses."""
    return f"test-{next(_names)}"


class EchoAssistant:
    """An assistant whose answers tell what reached it; "boom" makes it fail."""

    def command(self, text: str) -> Any:
        from coach.read.verdict import Evidence, Verdict

        label = text if text in ("stop", "restart", "back") else "content"
        return Verdict(label, 0.9, (Evidence("echo", 0, len(text), text),), "help")

    def take_turn(
        self, state: dict[str, Any] | None, text: str, *, today: Any, user: str = "user", **_more: Any
    ) -> Any:
        from coach.assistant import Turn

        if text == "boom":
            raise RuntimeError("boom")
        said = [*(state or {}).get("said", []), text]
        return Turn({"said": said}, (f"{len(said)}: {text}", f"{today:%Y-%m-%d}"))


@pytest.fixture
def echo(monkeypatch: pytest.MonkeyPatch) -> EchoAssistant:
    """Put EchoAssistant in the place of the real one."""
    import actions.action_take_turn
    import components.coach_reader

    assistant = EchoAssistant()
    for module in (actions.action_take_turn, components.coach_reader):
        monkeypatch.setattr(module, "shared_assistant", lambda: assistant)
    monkeypatch.setenv("COACH_TODAY", "2026-03-02")
    return assistant


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The address of a PostgreSQL server, started once."""
    with postgres.server(postgres.needed()) as url:
        yield url


@pytest.fixture(scope="session")
def tools() -> Tools:
    """The project's own knowledge and the readers built from it."""
    return shared_assistant().tools
