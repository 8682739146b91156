"""The real server process over real HTTP."""

from __future__ import annotations

import json
import socket
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.server.processes import Server, run, said, serving
from tests.waiting import COMES_S


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def server(home: Path) -> Iterator[Server]:
    with serving(home) as running:
        yield running


def say(server: Server, message: Any, sender: str = "me") -> list[str]:
    answer = httpx.post(
        f"{server.url}/webhooks/rest/webhook", json={"sender": sender, "message": message}, timeout=COMES_S
    )
    assert answer.status_code == 200
    assert all(entry["recipient_id"] == sender for entry in answer.json())
    return [entry["text"] for entry in answer.json()]


def turns(home: Path, sender: str) -> Any:
    """Return the stored row of a conversation."""
    with sqlite3.connect(home / "conversations.db") as connection:
        return connection.execute("SELECT slots, events FROM conversations WHERE sender_id = ?", [sender]).fetchone()


def test_says_only_that_it_is_ready(server: Server) -> None:
    assert server.said[-1] == said("server_ready", url=server.url)
    assert len(server.said) <= 3, server.said
    assert "127.0.0.1" in server.url


def test_answers_and_keeps_the_state(server: Server, home: Path) -> None:
    assert say(server, "你好", "answers")
    first = turns(home, "answers")
    assert say(server, "客户是一家工厂", "answers")
    assert turns(home, "answers") != first


ODD: dict[str, str | None] = {
    "empty": "",
    "blank": "   ",
    "slash": "/stop",
    "slashes": "//restart",
    "external": "/EXTERNAL: x",
    "long English": "x" * 50_000,
    "long Chinese": "价" * 50_000,
    "zero": "\x00",
    "emoji": "😀",
    "null": None,
}


@pytest.mark.parametrize("message", ODD.values(), ids=ODD.keys())
def test_odd_messages_are_answered(server: Server, message: str | None) -> None:
    assert say(server, message, "odd")


def test_slash_gives_no_intent(server: Server, home: Path) -> None:
    say(server, "/summary", "slash")
    events = json.loads(turns(home, "slash")[1])
    (typed,) = [event for event in events if event["event"] == "user"]
    assert typed["parse_data"]["text"] == "summary"
    assert "evidence" in typed["parse_data"]


@pytest.mark.parametrize("body", [b"", b"{", b"no json"])
def test_request_that_is_no_json_is_refused(server: Server, body: bytes) -> None:
    assert httpx.post(f"{server.url}/webhooks/rest/webhook", content=body, timeout=COMES_S).status_code in (400, 500)
    assert say(server, "hello", "after-bad-request")


def test_too_large_request_is_refused(server: Server) -> None:
    body = json.dumps({"sender": "large", "message": "x" * 2_000_000})
    assert httpx.post(f"{server.url}/webhooks/rest/webhook", content=body, timeout=COMES_S).status_code == 413


@pytest.mark.parametrize(("origin", "status"), [("http://evil.example", 403), ("null", 403), ("own", 200), (None, 200)])
def test_page_of_another_site_is_refused(server: Server, origin: str | None, status: int) -> None:
    headers = {"origin": server.url if origin == "own" else origin} if origin else {}
    answer = httpx.post(
        f"{server.url}/webhooks/rest/webhook",
        json={"sender": "page", "message": "hello"},
        headers=headers,
        timeout=COMES_S,
    )
    assert answer.status_code == status


def test_many_users_at_once(server: Server) -> None:
    with ThreadPoolExecutor(16) as users:
        answers = list(users.map(lambda number: say(server, "你好", f"user-{number % 16}"), range(64)))
    assert all(answers)


def test_nothing_else_was_printed(server: Server) -> None:
    assert server.said[-1] == said("server_ready", url=server.url)


def test_conversation_goes_on_in_a_new_process(tmp_path: Path) -> None:
    for _ in range(2):
        with serving(tmp_path) as server:
            assert say(server, "客户是一家工厂,想换灯", "me")
    texts = [event.get("text") for event in json.loads(turns(tmp_path, "me")[1]) if event["event"] == "user"]
    assert texts == ["客户是一家工厂,想换灯"] * 2


def test_taken_port_is_one_line(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = run("server.serve", tmp_path, "--port", str(port))
    assert done.returncode == 1
    assert done.stderr.strip() == said("server_port_taken", port=port, other=port + 1)


def test_help_is_quick_and_clean(tmp_path: Path) -> None:
    done = run("server.serve", tmp_path, "--help")
    assert done.returncode == 0
    assert "--port" in done.stdout
    assert done.stderr == ""
