"""The conversation over HTTP: each message is answered once, whatever happens to it on the way."""

from __future__ import annotations

import json
import socket
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from tests.channels.web.conftest import Served, new_id
from tests.waiting import COMES_S, until


def test_a_message_is_answered_and_kept(served: Served) -> None:
    page, id_ = served.page(), new_id()
    turn = page.say("你好", id_)
    assert turn == {**turn, "id": id_, "you": "你好", "said": ["1: 你好", page.user], "mode": "drill", "lang": "zh"}
    assert turn["at"].endswith("Z")
    read = page.ask("GET", "/api/chat").json()
    assert read["turns"] == [turn]
    assert (read["more"], read["greeting"], read["panel"]["mode"]) == (False, ["hello"], "interview")


def test_sent_again_it_is_the_same_turn(served: Served) -> None:
    page, id_ = served.page(), new_id()
    turns = [page.say("once", id_) for _ in range(3)] + [page.say("other words", id_.upper())]
    assert turns == [turns[0]] * 4
    assert page.say("two")["said"][0] == "2: two"


def test_sent_again_while_it_is_being_answered(served: Served) -> None:
    page, id_ = served.page(), new_id()
    served.echo.go_on.clear()
    with ThreadPoolExecutor(8) as senders:
        sent = [senders.submit(served.page(page.user).say, f"wait {page.user}", id_) for _ in range(8)]
        until(lambda: f"wait {page.user}" in served.echo.taken)
        served.echo.go_on.set()
    assert len({json.dumps(one.result()) for one in sent}) == 1
    assert served.echo.taken.count(f"wait {page.user}") == 1


def test_a_page_that_goes_away_does_not_stop_its_turn(served: Served) -> None:
    page, id_ = served.page(), new_id()
    served.echo.go_on.clear()
    with pytest.raises(httpx.ReadTimeout):
        page.ask("POST", "/api/chat", json={"id": id_, "text": f"wait {page.user}"}, timeout=0.3)
    served.echo.go_on.set()
    until(page.turns)
    assert page.say("again", id_)["said"][0] == f"1: wait {page.user}"
    assert served.echo.taken.count(f"wait {page.user}") == 1


def test_two_pages_at_once_keep_an_order(served: Served) -> None:
    one, two = served.page(), served.page()
    two.user = one.user
    with ThreadPoolExecutor(2) as pages:
        list(pages.map(lambda page: [page.say(f"{number}") for number in range(10)], (one, two)))
    numbers = [int(turn["said"][0].partition(":")[0]) for turn in one.turns()]
    assert numbers == list(range(1, 21))
    assert [turn["seq"] for turn in one.turns()] == sorted(turn["seq"] for turn in one.turns())


def test_the_id_of_another_user_is_another_message(served: Served) -> None:
    id_, one, two = new_id(), served.page(), served.page()
    assert one.say("mine", id_)["said"][0] == "1: mine"
    assert two.say("yours", id_)["said"] == ["1: yours", two.user]
    assert [turn["you"] for turn in one.turns()] == ["mine"]


def test_trouble_is_an_answer_and_the_next_message_goes_on(served: Served) -> None:
    page, id_ = served.page(), new_id()
    page.say("one")
    turn = page.say("boom", id_)
    assert "other words" in turn["said"][0]
    assert page.say("boom", id_) == turn
    assert page.say("two")["said"][0] == "2: two"


def test_earlier_turns_come_fifty_at_a_time(served: Served) -> None:
    page = served.page()
    for number in range(53):
        page.say(str(number))
    read = page.ask("GET", "/api/chat").json()
    assert ([turn["you"] for turn in read["turns"]], read["more"]) == ([str(n) for n in range(3, 53)], True)
    earlier = page.ask("GET", f"/api/chat?before={read['turns'][0]['seq']}").json()
    assert ([turn["you"] for turn in earlier["turns"]], earlier["more"]) == (["0", "1", "2"], False)


def test_words_of_a_turn_that_forgot_somebody_are_not_stored(served: Served) -> None:
    page, id_ = served.page(), new_id()
    assert page.say("forget Anna", id_)["said"][0] == "1: forget Anna"
    assert page.say("again", id_)["said"][0] == "1: forget Anna"  # as long as it is the last
    assert b"Anna" not in served.bot.loaded.store.database.path.read_bytes()
    page.say("next")
    first = page.turns()[0]
    assert (first["id"], first["you"]) == (id_, "")
    assert "Anna" not in json.dumps(first)
    assert first["said"]


@pytest.mark.parametrize("words", ["老板盯着他的返修率", "his boss watches the returns"])
def test_no_byte_of_a_forgotten_conversation_stays(served: Served, words: str) -> None:
    page, home = served.page(), served.bot.loaded.store.database.path.parent
    for number in range(20):
        page.say(f"{number} {words}")
    assert words.encode() in b"".join(path.read_bytes() for path in home.iterdir())
    page.ask("DELETE", "/api/chat")
    raw = b"".join(path.read_bytes() for path in home.iterdir())
    for gone in (words, page.user):
        assert gone.encode() not in raw
        assert gone.encode("ascii", "backslashreplace") not in raw


def test_forgotten_conversation_begins_anew(served: Served) -> None:
    page, other = served.page(), served.page()
    before = page.say("one")["seq"]
    other.say("mine")
    assert page.ask("DELETE", "/api/chat").json() == {"forgotten": True}
    assert page.turns() == []
    again = page.say("two")
    assert again["said"][0] == "1: two"
    assert again["seq"] > before
    assert len(other.turns()) == 1


ODD = ["", "   ", "/stop", "a\x00b", "😀", "x" * 100_000, "价" * 50_000, "<b>&\"'</b>", "line\nline"]


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_text_is_answered(text: str, served: Served) -> None:
    page = served.page()
    assert page.say(text)["you"] == text.strip()
    assert page.turns()[0]["you"] == text.strip()


def test_of_a_text_far_too_long_the_beginning_is_kept(served: Served) -> None:
    page = served.page()
    page.say("x" * 300_000)
    assert page.turns()[0]["you"] == "x" * 100_000 + "…"


def test_half_a_character_is_replaced(served: Served) -> None:
    page = served.page()
    body = f'{{"id": "{new_id()}", "text": "\\ud800!"}}'
    answer = page.ask("POST", "/api/chat", content=body, headers={"content-type": "application/json"})
    assert answer.json()["turn"]["you"] == "?!"


JSON = {"content-type": "application/json"}
ID = "11111111-1111-4111-8111-111111111111"
REFUSED: dict[str, tuple[Any, dict[str, str], int, str]] = {
    "no JSON": (b"{", JSON, 400, "bad_json"),
    "empty": (b"", JSON, 400, "bad_json"),
    "no UTF-8": (b'{"text": "\xff\xfe"}', JSON, 400, "bad_json"),
    "a list": (b"[]", JSON, 400, "bad_json"),
    "nested without end": (b"[" * 100_000, JSON, 400, "bad_json"),
    "a form": (b"id=1&text=x", {"content-type": "application/x-www-form-urlencoded"}, 415, "wrong_kind"),
    "no kind": (b"{}", {"content-type": ""}, 415, "wrong_kind"),
    "plain text": (b"{}", {"content-type": "text/plain"}, 415, "wrong_kind"),
    "no id": (b'{"text": "x"}', JSON, 400, "bad_field"),
    "a number as id": (b'{"id": 7, "text": "x"}', JSON, 400, "bad_field"),
    "no UUID": (b'{"id": "7", "text": "x"}', JSON, 400, "bad_field"),
    "no text": (json.dumps({"id": ID}).encode(), JSON, 400, "bad_field"),
    "text is null": (json.dumps({"id": ID, "text": None}).encode(), JSON, 400, "bad_field"),
    "text is a list": (json.dumps({"id": ID, "text": ["x"]}).encode(), JSON, 400, "bad_field"),
    "2 MB": (json.dumps({"id": ID, "text": "x" * 2_000_000}).encode(), JSON, 413, "too_large"),
    "another site": (
        json.dumps({"id": ID, "text": "x"}).encode(),
        {**JSON, "origin": "http://evil.example"},
        403,
        "foreign_page",
    ),
    "a page from nowhere": (
        json.dumps({"id": ID, "text": "x"}).encode(),
        {**JSON, "origin": "null"},
        403,
        "foreign_page",
    ),
}


@pytest.mark.parametrize(("body", "headers", "status", "code"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_used_is_refused_in_words(
    body: bytes, headers: dict[str, str], status: int, code: str, served: Served
) -> None:
    page = served.page()
    answer = page.ask("POST", "/api/chat", content=body, headers=headers)
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
    assert answer.json()["error"]["message"]
    assert page.turns() == []


def test_100_mb_are_refused_before_they_are_read(served: Served) -> None:
    host, port = served.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), COMES_S) as connection:
        head = f"POST /api/chat HTTP/1.1\r\nHost: {host}:{port}\r\nContent-Type: application/json\r\n"
        connection.sendall(f"{head}Content-Length: 100000000\r\n\r\n{{".encode())
        assert b" 413 " in connection.recv(100)


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/api/nothing", 404, "not_found"),
        ("GET", "/api/", 404, "not_found"),
        ("GET", "/api/chat/nothing", 404, "not_found"),
        ("PUT", "/api/chat", 405, "not_allowed"),
        ("OPTIONS", "/api/chat", 405, "not_allowed"),
        ("POST", "/api/me", 405, "not_allowed"),
        ("GET", "/api/chat?before=x", 400, "bad_field"),
        ("GET", "/api/chat?before=-1", 400, "bad_field"),
        ("GET", "/api/chat?before=" + "9" * 40, 400, "bad_field"),
        ("GET", "/api/chat/events?after=x", 400, "bad_field"),
    ],
)
def test_wrong_addresses_are_answered_in_words(method: str, path: str, status: int, code: str, served: Served) -> None:
    answer = served.page().ask(method, path, headers={"origin": served.url})
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)


@pytest.mark.parametrize(
    ("headers", "query", "chinese"),
    [
        ({"accept-language": "zh-CN,zh;q=0.9,en;q=0.8"}, "", True),
        ({"accept-language": "de, en;q=0.5, zh;q=0.4"}, "", False),
        ({"accept-language": "zh;q=0, en"}, "", False),
        ({"accept-language": "en", "x-coach-lang": "zh"}, "", True),
        ({"accept-language": "en", "x-coach-lang": "zh"}, "?lang=en", False),
        ({"accept-language": "en", "x-coach-lang": "xx"}, "?lang=<b>", False),
        ({"accept-language": ";q=;;,,zh;q=x,en;q=0.1"}, "", False),
    ],
)
def test_faults_speak_the_users_language(headers: dict[str, str], query: str, chinese: bool, served: Served) -> None:
    said = served.page().ask("GET", f"/api/nothing{query}", headers=headers).json()["error"]["message"]
    assert ("没有找到" in said) == chinese


def test_failure_below_an_endpoint_is_said_without_details(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> None:
        raise RuntimeError("Anna's secret")

    monkeypatch.setattr(served.app.ctx.messages, "before", fail)
    answer = served.page().ask("GET", "/api/chat")
    assert (answer.status_code, answer.json()["error"]["code"]) == (500, "trouble")
    assert "secret" not in answer.text


def test_nothing_is_left_of_finished_turns(served: Served) -> None:
    taking = served.app.ctx.taking
    until(lambda: not taking._running and not taking._places._by_key)


def test_me(served: Served) -> None:
    page = served.page()
    me = page.ask("GET", "/api/me").json()
    assert (me["user"], me["manager"], me["sign_in"]) == (page.user, False, "local")
