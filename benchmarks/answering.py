"""Messages to the chat for `benchmarks.killing`: each is sent twice; those of a killed server are sent again.

Run: .venv/bin/python -m benchmarks.killing --work benchmarks.answering:Answering --longest 0.2
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from coach.accounts.database import file_of
from coach.assistant import Turn
from coach.conversation.slot import SLOT, state_in

USER, BEFORE = "ann", 3  # of so many messages before a kill, each is sent again after it


class Listing:
    """An assistant whose state is the list of what it was told."""

    def command(self, text: str) -> Any:
        from coach.read.verdict import Verdict

        return Verdict("content", 0.9)

    def take_turn(self, state: Any, text: str, **_: Any) -> Turn:
        said = [*(state or {}).get("said", []), text]
        return Turn({"said": said[-1000:]}, (f"{len(said)}: {text}",))


class Answering:
    """A message is confirmed when its turn came back twice, the same both times."""

    def __init__(self) -> None:
        self._agent: Any = None

    def write(self, url: str, run: int, acknowledge: Callable[[str], None]) -> None:
        agent = self._agent = self._agent or _agent()  # before anything else that imports Rasa
        import actions.action_take_turn as action
        import components.coach_reader as reader
        from channels.web.taking import Taking
        from server.database import open_database
        from server.tracker_store import ConversationStore

        assistant = Listing()
        action.shared_assistant = reader.shared_assistant = lambda: assistant  # type: ignore[assignment]
        action._threads.cache_clear()  # the threads of before the fork are not in this process
        store = ConversationStore(agent.domain, database=open_database(_path(url)))
        agent.tracker_store = agent.processor.tracker_store = store
        live = SimpleNamespace(typing=lambda *_: None)
        taking = Taking(SimpleNamespace(agent=agent, messages=store.messages, live=live))
        asyncio.run(self._send(taking, store, run, acknowledge))

    async def _send(self, taking: Any, store: Any, run: int, acknowledge: Callable[[str], None]) -> None:
        for turn in store.messages.before(USER, limit=BEFORE)[0]:
            assert (await taking.take(USER, turn.id, turn.you)).said == turn.said, turn.id
        for number in range(1_000_000):
            name = f"{run}-{number}"
            turns = await asyncio.gather(*(taking.take(USER, name, name) for _ in range(2)))
            assert turns[0].seq == turns[1].seq == (await taking.take(USER, name, name)).seq
            acknowledge(name)

    def found(self, url: str) -> tuple[set[str], list[str]]:
        """Return the messages that are both in the state and in the log, and those in one of them, or twice."""
        path = _path(url)
        if not path.exists():
            return set(), []
        with sqlite3.connect(path) as connection:
            tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
            if "turns" not in tables:  # killed before the file was made
                return set(), []
            row = connection.execute("SELECT slots FROM conversations").fetchone()
            logged = [row[0] for row in connection.execute("SELECT you FROM turns ORDER BY seq")]
        connection.close()
        state = state_in(json.loads(row[0]).get(SLOT)) if row else None  # none before the first turn
        known = state["said"] if state else []
        same = known == logged[-len(known) :] if known else not logged
        twice = sorted({name for name in logged if logged.count(name) > 1})
        return set(logged), twice if same else [*twice, f"state {known[-2:]}, log {logged[-2:]}"]


def _path(url: str) -> Path:
    path = file_of(url)
    assert path is not None
    return path.with_name("conversations.db")


def _agent() -> Any:
    from server import rasa_patches
    from server.quiet import hush

    hush()
    rasa_patches.before_import()
    from server.launch import ensure_model, load

    return load(ensure_model()).agent
