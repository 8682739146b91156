"""Conversations are kept, stay small, and are not lost when the file fails."""

from __future__ import annotations

import asyncio
import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError


@pytest.fixture
def own(open_bot: Callable[[Path], Any], echo: object, tmp_path: Path) -> Any:
    """A bot on a file of its own, whose reports are collected."""
    opened = open_bot(tmp_path / "conversations.db")
    opened.reports = []
    opened.loaded.store.report = opened.reports.append
    yield opened
    opened.close()


def row(bot: Any, sender: str) -> dict[str, Any]:
    return bot.loaded.store._read(sender)


def test_conversation_goes_on_after_a_restart(open_bot: Callable[[Path], Any], echo: object, tmp_path: Path) -> None:
    for turn, text in enumerate(("你好", "second", "third"), start=1):
        opened = open_bot(tmp_path / "conversations.db")
        assert opened.say(text, "me")[0] == f"{turn}: {text}"
        opened.close()


def test_conversations_do_not_mix(own: Any) -> None:
    assert own.say("a", "one")[0] == "1: a"
    assert own.say("b", "two")[0] == "1: b"
    assert own.say("c", "one")[0] == "2: c"


def test_row_keeps_the_last_events_only(own: Any) -> None:
    for number in range(12):
        own.say(f"message {number}", "me")
    events = json.loads(row(own, "me")["events"])
    assert [event["text"] for event in events if event["event"] == "user"] == ["message 10", "message 11"]
    assert not [event for event in events if event["event"] in ("slot", "session_started")]
    assert json.loads(json.loads(row(own, "me")["slots"])["coach_state"])["said"][0] == "message 0"


def test_turn_300_costs_what_turn_5_costs(own: Any, echo: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from coach.assistant import Turn

    monkeypatch.setattr(echo, "take_turn", lambda state, text, today: Turn({}, (text,)), raising=False)
    taken = []
    for _ in range(300):
        start = time.process_time()  # not the clock on the wall: other programs must not fail this test
        own.say("hello", "long")
        taken.append(time.process_time() - start)
    assert statistics.median(taken[-40:]) <= 1.5 * statistics.median(taken[4:44])


def test_delete(own: Any) -> None:
    own.say("a", "me")
    assert asyncio.run(own.loaded.store.delete("me"))
    assert not asyncio.run(own.loaded.store.delete("me"))
    assert own.say("b", "me")[0] == "1: b"


def test_keys(own: Any) -> None:
    own.say("a", "one")
    own.say("a", "two")
    assert sorted(asyncio.run(own.loaded.store.keys())) == ["one", "two"]


def fail(*args: object) -> None:
    raise OperationalError("UPDATE", {}, Exception("database or disk is full"))


def test_failed_save_goes_on_in_memory_and_says_so(own: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    own.say("a", "me")
    with monkeypatch.context() as broken:
        broken.setattr(own.loaded.store, "_write", fail)
        assert own.say("b", "me")[0] == "2: b"
        assert own.say("c", "me")[0] == "3: c"
    assert "disk is full" in own.reports[0]
    assert str(own.loaded.store.database.path) in own.reports[0]
    assert own.say("d", "me")[0] == "4: d"
    assert "coach_state" in row(own, "me")["slots"]
    assert not own.loaded.store._unsaved


def test_failed_read_never_overwrites_what_is_stored(own: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    own.say("a", "me")
    before = row(own, "me")
    with monkeypatch.context() as broken:
        broken.setattr(own.loaded.store.database.engine, "connect", fail)
        assert own.say("b", "me")[0] == "1: b"
    assert own.say("c", "me")[0] == "2: c"
    assert own.reports
    assert row(own, "me") == before


@pytest.mark.parametrize("broken", ["{", "[]", "null"])
def test_unreadable_row_is_kept_under_another_name(own: Any, broken: str) -> None:
    own.say("a", "me")
    store = own.loaded.store
    store._write({**row(own, "me"), "slots": broken})
    assert own.say("b", "me")[0] == "1: b"
    (kept,) = [key for key in asyncio.run(store.keys()) if key != "me"]
    assert kept.startswith("me.unreadable-")
    assert kept in own.reports[0]


def test_odd_characters_are_kept(own: Any) -> None:
    own.say("a\x00b 😀 \ud800", "me")
    assert own.say("c", "me")[0] == "2: c"


def test_slot_that_the_domain_no_longer_has_is_left_out(own: Any) -> None:
    own.say("a", "me")
    store = own.loaded.store
    stored = row(own, "me")
    store._write({**stored, "slots": json.dumps({**json.loads(stored["slots"]), "gone": 1})})
    assert own.say("b", "me")[0] == "2: b"
