"""Signing in over real HTTP, with the whole server behind it."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from channels.web.sign_in.settings import LOCAL
from coach.sign_in.invites import Invites
from tests.channels.web.sign_in.stand_in import CLIENT, SECRET, standing_in
from tests.server.forking import run, serving
from tests.server.processes import Server, said
from tests.waiting import COMES_S

TOKEN = "a-long-token-that-a-program-keeps"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def team(home: Path) -> Iterator[Server]:
    with serving(home, COACH_SIGN_IN="invite", COACH_REST_TOKEN=TOKEN) as running:
        yield running


def browser(server: Server, **headers: str) -> httpx.Client:
    own = {"origin": server.url, "sec-fetch-site": "same-origin", **headers}
    return httpx.Client(base_url=server.url, headers=own, timeout=COMES_S)


def invited(home: Path, who: str) -> str:
    import time

    return Invites(home).invite(who, manager=False, days=1, now=time.time())[1]


def send(client: httpx.Client, text: str, id_: str | None = None) -> Any:
    return client.post("/api/chat", json={"id": id_ or str(uuid.uuid4()), "text": text})


def test_a_conversation_of_ones_own(team: Server, home: Path) -> None:
    with browser(team) as li, browser(team) as wang:
        assert send(li, "你好").status_code == 401
        for client, who in ((li, "Li Na"), (wang, "wang@example.com")):
            assert client.post("/sign_in", data={"code": invited(home, who)}).status_code == 303
            assert client.get("/api/me").json() | {"version": ""} == {
                "user": who, "name": who, "manager": False, "sign_in": "invite", "version": "",
            }  # fmt: skip
        assert send(li, "客户是一家工厂").status_code == 200
        assert [turn["you"] for turn in li.get("/api/chat").json()["turns"]] == ["客户是一家工厂"]
        assert wang.get("/api/chat").json()["turns"] == []


def test_signed_out_in_the_midst_of_a_conversation(team: Server, home: Path) -> None:
    """Nothing is done while signed out; the same message sent again afterwards is taken once."""
    with browser(team) as li:
        li.post("/sign_in", data={"code": invited(home, "Zhao")})
        assert send(li, "客户是一家工厂").status_code == 200
        with li.stream("GET", "/api/chat/events") as stream:
            events = stream.iter_lines()
            assert next(events).startswith("retry")
            Invites(home).revoke("Zhao")
            id_ = str(uuid.uuid4())
            refused = send(li, "他们嫌贵", id_)
            assert (refused.status_code, refused.json()["sign_in_url"]) == (401, "/sign_in")
            assert not any("data" in line for line in events)  # ends by itself, at the next heartbeat at the latest
        assert li.get("/api/chat/events").status_code == 401
        assert li.post("/sign_in", data={"code": invited(home, "Zhao")}).status_code == 303
        assert [send(li, "他们嫌贵", id_).status_code for _ in range(2)] == [200, 200]
        assert [turn["you"] for turn in li.get("/api/chat").json()["turns"]] == ["客户是一家工厂", "他们嫌贵"]


def test_rest_is_for_who_knows_the_token(team: Server) -> None:
    path, body = f"{team.url}/webhooks/rest/webhook", {"sender": "program", "message": "你好"}
    assert httpx.post(path, json=body, timeout=COMES_S).status_code == 401
    assert httpx.post(path, json=body, headers={"authorization": f"Bearer {TOKEN}"}, timeout=COMES_S).json()


def test_the_terminal_and_the_log_tell_nothing(team: Server, home: Path) -> None:
    assert team.said[-1] == said("server_ready", url=team.url)
    log = home / "server.log"
    written = log.read_text(encoding="utf-8") if log.exists() else ""
    assert not any(word in written for word in ("Li Na", "wang@example.com", "Zhao"))


def test_by_the_company(tmp_path: Path) -> None:
    with standing_in() as provider:
        settings = {
            "COACH_SIGN_IN": "oidc", "COACH_PUBLIC_URL": "http://127.0.0.1:1", "COACH_OIDC_ISSUER": provider.url,
            "COACH_OIDC_CLIENT_ID": CLIENT, "COACH_OIDC_CLIENT_SECRET": SECRET, "COACH_OIDC_DOMAINS": "example.com",
            "COACH_MANAGERS": "li.na@example.com", "NO_PROXY": "127.0.0.1",
        }  # fmt: skip
        with serving(tmp_path, **settings) as server, browser(server) as li:
            assert li.get("/api/me").json()["sign_in"] == "oidc"
            away = li.get("/sign_in", params={"next": "/#/team"}).headers["location"]
            coming = httpx.get(away, timeout=COMES_S).headers["location"].replace("http://127.0.0.1:1", server.url)
            assert li.get(coming).headers["location"] == "/#/team"
            me = li.get("/api/me").json()
            assert (me["user"], me["name"], me["manager"]) == ("li.na@example.com", "Li Na", True)


@pytest.mark.parametrize(
    ("arguments", "environ", "key", "values"),
    [
        (["--host", "0.0.0.0"], {}, "needed", {"value": "0.0.0.0"}),
        ([], {"COACH_SIGN_IN": "yes"}, "unknown", {"value": "yes"}),
        ([], {"COACH_REST_TOKEN": "x"}, "token", {"least": 20}),
        (
            [],
            {"COACH_SESSION_HOURS": "-"},
            "number",
            {"name": "COACH_SESSION_HOURS", "value": "-", "least": 1, "most": 168},
        ),
    ],
)
def test_what_would_not_be_safe_does_not_start(
    tmp_path: Path, arguments: list[str], environ: dict[str, str], key: str, values: dict[str, Any]
) -> None:
    done = run("server.serve", tmp_path, "--port", "0", *arguments, **{"COACH_SIGN_IN": LOCAL, **environ})
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.strip() == said(f"server_sign_in_{key}", **values)
