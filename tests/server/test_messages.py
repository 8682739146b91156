"""The log of turns: in one transaction with the state, numbered for ever, and gone when it has to be."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from coach.privacy.request import FORGET, OLDER, SHOW
from server.database import open_database
from server.messages import Messages, Turn, withdrew
from server.stored import carry_out
from server.stored_turns import turns_about


@pytest.fixture
def own(open_bot: Callable[[Path], Any], echo: object, tmp_path: Path) -> Any:
    """A bot on a file of its own."""
    opened = open_bot(tmp_path / "conversations.db")
    opened.loaded.store.report = lambda line: None
    opened.log = opened.loaded.messages
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("took_back", "gone"),
    [
        ("price", "3"), ("pri ce", "3"), ("flicker", "1"), ("again", None),  # 5 took 4 back already
        ("", None), (None, None), ("never said", None),
    ],
)  # fmt: skip
def test_the_last_turn_that_counts_is_withdrawn(took_back: str | None, gone: str | None) -> None:
    said = [
        ("1", "flicker", None),
        ("2", "price", None),
        ("3", "price", None),
        ("4", "again", None),
        ("5", "back", "4"),
    ]
    log = [Turn("me", id_, you, (), 0.0, withdrew=what) for id_, you, what in said]
    assert withdrew(took_back, log) == gone


def test_what_a_turn_withdrew_is_in_the_log(own: Any) -> None:
    log(own, turn("price"), turn("why"), turn("back", took_back="price"))
    logged = {one.you: one for one in own.log.before("me")[0]}
    assert logged["back"].to_json()["withdrew"] == logged["price"].id
    assert logged["why"].to_json()["withdrew"] is None


def test_a_log_of_before_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "conversations.db"
    open_database(path).engine.dispose()
    with sqlite3.connect(path) as connection:
        connection.execute("ALTER TABLE turns DROP COLUMN withdrew")
    opened = open_database(path)
    assert opened.put_aside is None
    assert Messages(opened).before("me") == ([], False)
    opened.engine.dispose()


def words(bot: Any, sender: str) -> list[str]:
    return [turn.you for turn in bot.log.before(sender)[0]]


def test_every_channels_turns_are_logged(own: Any) -> None:
    own.say("a", "me")
    own.say("b", "me")
    own.say("c", "you")
    assert words(own, "me") == ["a", "b"]
    turn = own.log.before("me")[0][-1]
    assert turn.said == ("2: b", "2026-03-02")
    assert own.log.find("me", turn.id) == turn
    assert own.log.find("you", turn.id) is None
    assert [one.you for one in own.log.after("me", turn.seq - 1)] == ["b"]


def test_listeners_hear_of_what_is_stored(own: Any) -> None:
    heard: list[Turn] = []
    own.log.listen(heard.append)
    own.say("a", "me")
    assert heard == own.log.before("me")[0]


def test_state_and_log_are_one_transaction(own: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    own.say("a", "me")

    def fail(*_: Any) -> None:
        raise OperationalError("INSERT", {}, Exception("killed"))

    with monkeypatch.context() as broken:
        broken.setattr(own.log, "_insert", fail)
        own.say("b", "me")
    with sqlite3.connect(own.loaded.store.database.path) as connection:
        (slots,) = connection.execute("SELECT slots FROM conversations").fetchone()
        (logged,) = connection.execute("SELECT count(*) FROM turns").fetchone()
    assert (json.loads(json.loads(slots)["coach_state"])["said"], logged) == (["a"], 1)


def test_what_cannot_be_written_waits_and_is_written_later(own: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    own.say("a", "me")

    def fail(*_: Any) -> None:
        raise OperationalError("UPDATE", {}, Exception("database or disk is full"))

    with monkeypatch.context() as broken:
        broken.setattr(own.loaded.store, "_write", fail)
        own.say("b", "me")
        own.say("c", "me")
        own.say("x", "other")
        assert words(own, "me") == ["a", "b", "c"]
        waiting = own.log.before("me")[0][1]
        assert own.log.find("me", waiting.id) == waiting
    own.say("d", "me")
    with sqlite3.connect(own.loaded.store.database.path) as connection:
        stored = [row[0] for row in connection.execute("SELECT you FROM turns ORDER BY seq")]
    assert stored == ["a", "b", "c", "d"]
    assert words(own, "me") == ["a", "b", "c", "d"]
    assert words(own, "other") == ["x"]  # its state is not stored either


def test_numbers_grow_on_after_forgetting(own: Any) -> None:
    own.say("a", "me")
    before = own.log.before("me")[0][0].seq
    asyncio.run(own.loaded.store.delete("me"))
    assert words(own, "me") == []
    own.say("b", "me")
    assert own.log.before("me")[0][0].seq > before


def test_a_clock_that_is_set_back_changes_no_order(own: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    own.say("a", "me")
    monkeypatch.setattr("server.messages._now_ms", lambda: 1000)
    own.say("b", "me")
    assert words(own, "me") == ["a", "b"]


def log(bot: Any, *turns: Turn) -> Path:
    with bot.loaded.store.database.engine.begin() as connection:
        for turn in turns:
            bot.log.write(connection, turn)
    path: Path = bot.loaded.store.database.path
    return path


def turn(you: str, said: str = "ok", account: str | None = None, user: str = "me", **more: Any) -> Turn:
    given = {"conversation": user, "at": time.time(), **more}
    return Turn(id=f"{you}-{time.time_ns()}", you=you, said=(said,), account=account, user=user, **given)


def request(*, whole: bool, names: list[str], spared: list[str] | None = None) -> dict[str, Any]:
    called = {"names": names, "exact": [], "parts": [], "forms": [], "spare": []}
    return {
        "do": FORGET, "whole": whole, "keys": ["acme"], "firms": ["Acme"], "called": called,
        "stand_in": {"zh": "某人", "en": "somebody"}, "ids": [], "spared": spared or [],
    }  # fmt: skip


def texts(path: Path) -> list[str]:
    with sqlite3.connect(path) as connection:
        return [row[0] for row in connection.execute("SELECT you FROM turns ORDER BY seq")]


def test_a_forgotten_account_leaves_no_byte(own: Any) -> None:
    path = log(
        own,
        turn("Anna wants zebras"),  # before the account was named
        turn("The customer is Acme", account="acme"),
        turn("like Acme, but smaller", account="other"),
        turn("Acme is mine, too", account="acme", user="you"),
    )
    assert carry_out(request(whole=True, names=["Acme", "Anna Lee"], spared=["you"]), path)["conversations"] == 1
    assert texts(path) == ["like somebody, but smaller", "Acme is mine, too"]
    assert b"zebras" not in path.read_bytes()


def test_a_forgotten_person_goes_with_what_answers_about_them(own: Any) -> None:
    path = log(
        own,
        turn("The customer is Acme", account="acme"),
        turn("Anna Lee is there", "What does Anna Lee want?", account="acme"),
        turn("a promotion", account="acme"),
        turn("skip", account="acme"),
        turn("Anna Lee of the others", account="other"),
    )
    assert carry_out(request(whole=False, names=["Anna Lee"]), path)["conversations"] == 1
    assert texts(path) == ["The customer is Acme", "skip", "Anna Lee of the others"]
    assert b"promotion" not in path.read_bytes()


def test_old_turns_go_although_the_conversation_goes_on(own: Any) -> None:
    own.say("young", "me")
    path = log(own, turn("ancient", at=1.0))
    carry_out({"do": OLDER, "before": 100.0, "dry": True}, path)
    assert texts(path) == ["young", "ancient"]
    carry_out({"do": OLDER, "before": 100.0}, path)
    assert texts(path) == ["young"]
    assert b"ancient" not in path.read_bytes()


def test_export_shows_the_users_own_turns_on_the_account(own: Any) -> None:
    path = log(
        own, turn("mine", account="acme"), turn("other", account="other"), turn("yours", account="acme", user="you"),
        turn("in a thread", account="acme", conversation="slack-T-C-1"),
    )  # fmt: skip
    shown = carry_out({"do": SHOW, "sender": "me", "keys": ["acme"]}, path)["turns"]
    assert [one["you"] for one in shown] == ["mine", "in a thread"]
    with own.loaded.store.database.engine.connect() as connection:
        assert turns_about(connection, "nobody", frozenset({"acme"})) == []


def test_a_user_is_forgotten_in_every_conversation(own: Any) -> None:
    for sender in ("me", "you"):
        own.say("a", sender)
    direct = [turn("mine", user="me", conversation="direct")]
    thread = [turn(who, user=who, conversation="thread") for who in ("me", "you")]
    log(own, *direct, *thread)
    asyncio.run(own.loaded.store.forget_user("me"))
    assert {name: words(own, name) for name in ("me", "you", "direct", "thread")} == {
        "me": [], "you": ["a"], "direct": [], "thread": ["you"],
    }  # fmt: skip
    assert own.tracker("me") is None
    assert own.tracker("you") is not None
