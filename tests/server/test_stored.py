"""An account or a person is taken out of the stored conversations, and the conversations go on."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from coach.accounts.book import AccountBook
from coach.accounts.database import open_database
from coach.accounts.records import Account, Contact
from coach.context import Tools
from coach.interview.state import Interview
from coach.privacy.forget import mentions_of
from coach.privacy.request import OLDER, SHOW, forget_request
from coach.privacy.subject import subject_of
from server.database import open_database as database_of_server
from server.stored import carry_out
from tests.server.processes import run

FIRM, PERSON = "BrightHome", "王磊"
SAID = ("你好", FIRM, "他们的采购王磊说返修率太高", "王磊说老板盯着他的返修率，他很怕再出事", "设计师陈静喜欢我们的灯")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "conversations.db"


@pytest.fixture
def talked(open_bot: Callable[[Path], Any], database: Path) -> None:
    """Anna talked about the firm, Carl about another one."""
    bot = open_bot(database)
    for text in SAID:
        bot.say(text, "anna")
    for text in ("你好", "Elsewhere", "采购王磊说价格太高"):
        bot.say(text, "carl")
    bot.close()


@pytest.fixture
def request_of(tmp_path: Path, tools: Tools) -> Callable[..., dict[str, Any]]:
    """A function that gives the request to forget the firm, or its contact."""
    book = AccountBook(open_database(f"sqlite:///{tmp_path / 'book' / 'accounts.db'}"), "anna")
    [firm] = book.save(Account(FIRM))
    book.save(Contact(PERSON, account=firm.id), Contact("陈静", account=firm.id))

    def make(contact: str | None = None, spared: tuple[str, ...] = ()) -> dict[str, Any]:
        subject = subject_of(book, FIRM, contact, tools.knowledge)
        asked = forget_request(subject, mentions_of(subject, tools), list(subject.contacts), list(spared))
        return json.loads(json.dumps(asked))  # as the other process gets it

    return make


def state(bot: Any, sender: str) -> dict[str, Any]:
    return json.loads(bot.tracker(sender).get_slot("coach_state"))


def holds(database: Path, *words: str) -> list[str]:
    raw = b"".join(path.read_bytes() for path in database.parent.glob("conversations.db*"))
    return [w for w in words if any(form in raw for form in (w.encode(), w.encode("ascii", "backslashreplace")))]


def test_an_account_leaves_no_byte_and_the_conversation_goes_on(
    talked: None, database: Path, request_of: Callable[..., Any], open_bot: Callable[[Path], Any]
) -> None:
    assert holds(database, FIRM, PERSON, "老板盯着他") == [FIRM, PERSON, "老板盯着他"]
    assert carry_out(request_of(), database) == {"left": [], "conversations": 1}
    assert holds(database, FIRM, "陈静", "老板盯着他") == []
    bot = open_bot(database)
    interview = state(bot, "anna")["interview"]
    assert (interview["account"], interview["people"], interview["lang"]) == (None, [], "zh")
    assert bot.say("NeuLicht", "anna")
    assert state(bot, "anna")["interview"]["account"] == "NeuLicht"
    assert state(bot, "carl")["interview"]["people"][0]["names"] == [PERSON]  # somebody else of the same name
    bot.close()


def test_a_person_leaves_no_byte_and_the_others_stay(
    talked: None, database: Path, request_of: Callable[..., Any], open_bot: Callable[[Path], Any]
) -> None:
    assert carry_out(request_of(PERSON), database)["conversations"] == 1
    bot = open_bot(database)
    kept = state(bot, "anna")["interview"]
    assert kept["account"] == FIRM
    assert [person["names"][0] for person in kept["people"]] == ["陈静"]
    assert PERSON not in json.dumps(kept, ensure_ascii=False)
    assert "老板盯着他" not in json.dumps(kept, ensure_ascii=False)
    assert bot.say("我们说好下周二寄样品", "anna")
    carl = state(bot, "carl")
    bot.close()
    assert PERSON in json.dumps(carl, ensure_ascii=False)
    with sqlite3.connect(database) as connection:
        connection.execute("DELETE FROM conversations WHERE sender_id = 'carl'")
    connection.close()
    carry_out({"do": OLDER, "before": 0}, database)
    with sqlite3.connect(database) as connection:
        assert PERSON not in str(connection.execute("SELECT * FROM conversations").fetchall())
    connection.close()


def test_a_request_on_one_user_leaves_the_others_alone(
    talked: None, database: Path, request_of: Callable[..., Any]
) -> None:
    before = database.read_bytes()
    assert carry_out({**request_of(PERSON), "only": "carl"}, database) == {"left": [], "conversations": 0}
    assert database.read_bytes() == before
    assert carry_out({**request_of(PERSON), "only": "anna"}, database)["conversations"] == 1


def test_another_users_own_account_of_that_name_is_spared(
    talked: None, database: Path, request_of: Callable[..., Any]
) -> None:
    assert carry_out(request_of(spared=("anna",)), database)["conversations"] == 0
    assert holds(database, FIRM) == [FIRM]


def test_the_firms_name_goes_from_conversations_on_others(
    open_bot: Callable[[Path], Any], database: Path, request_of: Callable[..., Any]
) -> None:
    bot = open_bot(database)
    for text in ("你好", "Elsewhere", f"采购陈静说比{FIRM}贵，价格太高"):
        bot.say(text, "carl")
    bot.close()
    assert carry_out(request_of(), database)["conversations"] == 1
    assert holds(database, FIRM) == []
    assert holds(database, "Elsewhere", "陈静") == ["Elsewhere", "陈静"]


def test_a_row_that_cannot_be_read_goes_when_it_names_the_firm(
    talked: None, database: Path, request_of: Callable[..., Any]
) -> None:
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE conversations SET slots = '{' || slots, sender_id = sender_id || '.unreadable-1'")
    connection.close()
    assert carry_out(request_of(), database)["conversations"] == 1
    assert holds(database, FIRM, "Elsewhere") == ["Elsewhere"]


def test_an_interview_kept_alone_by_an_old_version_is_cleaned(database: Path, request_of: Callable[..., Any]) -> None:
    from coach.privacy.request import cleaned_state

    old = Interview(account=FIRM, lang="en").to_json()
    cleaned = cleaned_state(old, request_of())
    assert cleaned == Interview(lang="en").to_json()
    assert cleaned_state(Interview(account="Elsewhere").to_json(), request_of()) is None
    assert cleaned_state({"said": [f"about {FIRM}"]}, request_of()) == {"said": ["about (removed)"]}


def test_old_conversations_go(talked: None, database: Path) -> None:
    ask = {"do": OLDER, "before": time.time() + 60}
    assert carry_out({**ask, "dry": True}, database)["conversations"] == 2
    assert carry_out({**ask, "before": 0}, database)["conversations"] == 0
    assert carry_out(ask, database)["conversations"] == 2
    assert holds(database, FIRM, PERSON) == []


def test_own_conversations_are_shown(talked: None, database: Path) -> None:
    ask = {"do": SHOW, "sender": "anna", "keys": ["brighthome"]}
    [shown] = carry_out(ask, database)["states"]
    assert shown["interview"]["account"] == FIRM
    assert carry_out({**ask, "sender": "carl"}, database)["states"] == []


def test_no_file_is_no_conversation(database: Path) -> None:
    assert carry_out({"do": OLDER, "before": 0}, database) == {"conversations": 0, "left": []}
    assert not database.exists()


def test_a_locked_file_is_told(talked: None, database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.stored.open_database", partial(database_of_server, wait_s=0.1))
    other = sqlite3.connect(database)
    other.execute("BEGIN IMMEDIATE")
    answer = carry_out({"do": OLDER, "before": time.time() + 60}, database)
    other.close()
    assert answer["left"] == [[str(database), "database is locked"]]
    assert holds(database, FIRM) == [FIRM]


def test_as_a_process_it_takes_names_from_stdin_only(
    talked: None, database: Path, request_of: Callable[..., Any]
) -> None:
    done = run("server.stored", database.parent, typed=json.dumps(request_of()))
    assert (json.loads(done.stdout), done.stderr) == ({"left": [], "conversations": 1}, "")


def test_the_turn_that_forgets_keeps_no_messages(own: Any, echo: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from coach.assistant import Turn

    def forgets(state: Any, text: str, **_: Any) -> Turn:
        return Turn({"forgot": text.startswith("forget")}, ("done",))

    monkeypatch.setattr(echo, "take_turn", forgets, raising=False)
    for text in ("hello", "forget 张三"):
        own.say(text, "me")
    assert "forget" not in own.loaded.store._read("me")["events"]
    assert own.say("and on", "me") == ["done"]
    kept = json.loads(own.loaded.store._read("me")["events"])
    assert [event["text"] for event in kept if event["event"] == "user"] == ["and on"]


@pytest.fixture
def own(open_bot: Callable[[Path], Any], echo: object, tmp_path: Path) -> Any:
    opened = open_bot(tmp_path / "conversations.db")
    yield opened
    opened.close()
