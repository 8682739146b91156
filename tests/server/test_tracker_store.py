"""Conversations are kept, stay small, and are not lost when the file fails."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import statistics
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from coach.privacy.anew import write_anew
from server.database import open_database


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


def holds(home: Path, *words: str) -> list[str]:
    """Return the words that stand in any file of the home, in whatever way they are written."""
    raw = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
    return [w for w in words if any(form in raw for form in (w.encode(), w.encode("ascii", "backslashreplace")))]


@pytest.mark.parametrize("words", ["他怕丢掉工作", "he fears for his job"])
@pytest.mark.parametrize("of_user", [False, True])
def test_no_byte_of_a_deleted_conversation_stays(own: Any, tmp_path: Path, words: str, of_user: bool) -> None:
    for number in range(30):
        own.say(f"{number} {words}", "me")
        own.say(f"{number} another's words", "you")
    assert holds(tmp_path, words) == [words]
    own.loaded.store._put_row_aside("me")  # a state that could not be read goes too
    asyncio.run(own.loaded.store.forget_user("me") if of_user else own.loaded.store.delete("me"))
    assert holds(tmp_path, words, "another's words") == ["another's words"]
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith("-forget")] == []


def test_while_another_program_reads_the_bytes_go_later(
    own: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.tracker_store.write_anew", partial(write_anew, wait_s=0.1))
    monkeypatch.setattr("server.tracker_store.RETRY_S", 0.2)
    own.say("他怕丢掉工作", "me")

    async def delete_while_it_is_read() -> None:
        with closing(sqlite3.connect(tmp_path / "conversations.db", isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM turns").fetchone()
            assert await own.loaded.store.delete("me")
            assert holds(tmp_path, "他怕丢掉工作")
        until = time.monotonic() + 10
        while holds(tmp_path, "他怕丢掉工作"):
            assert time.monotonic() < until
            await asyncio.sleep(0.05)

    asyncio.run(delete_while_it_is_read())


def test_or_at_the_next_start(own: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.tracker_store.write_anew", partial(write_anew, wait_s=0.1))
    own.say("he fears for his job", "me")
    with closing(sqlite3.connect(tmp_path / "conversations.db", isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM turns").fetchone()
        asyncio.run(own.loaded.store.delete("me"))
    assert holds(tmp_path, "he fears for his job")
    open_database(tmp_path / "conversations.db").engine.dispose()
    assert holds(tmp_path, "he fears for his job") == []


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
