"""Nothing of the API without a person, nothing from another site's page, and REST only with its token."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from channels.web.sign_in.way_back import way_back
from coach import terminal
from tests.channels.web.sign_in.conftest import Open

TOKEN = "a-long-token-that-a-program-keeps"


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"])
def test_nobody_gets_into_the_api(site: Open, method: str) -> None:
    browser = site().browser()
    for path in ("/api/probe", "/api/probe?lang=zh", "/api/words/", "/api/nothing"):
        assert browser.ask(method, path, json={}).status_code in (401, 404), path
    assert browser.ask(method, "/api/probe", json={}).status_code == 401


@pytest.mark.parametrize(
    "path",
    [
        "//api/probe",
        "/API/probe",
        "/api//probe",
        "/%61pi/probe",
        "/api/%70robe",
        "/./api/probe",
        "/x/../api/probe",
        "/api;/probe",
        "/api%2fprobe",
    ],
)
def test_no_spelling_leads_around(site: Open, path: str) -> None:
    answer = site().browser().get(path)
    assert answer.status_code in (401, 404)


def test_what_is_open(site: Open) -> None:
    browser = site().browser()
    assert [browser.get(path).status_code for path in ("/", "/api/words", "/sign_in")] == [200, 200, 200]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_who_is_signed_out_is_told_how_to_sign_in(site: Open, lang: str) -> None:
    body = site().browser().get("/api/probe", headers={"x-coach-lang": lang}).json()
    assert body["error"]["code"] == "signed_out"
    assert ("登录" in body["error"]["message"]) == (lang == "zh")
    assert body["sign_in_url"] == "/sign_in"


def test_on_ones_own_computer_one_is_the_user_of_the_terminal(site: Open) -> None:
    browser = site(how="local", public_url="").browser()
    me = terminal.user()
    assert browser.get("/api/probe").json() == {"user": me, "name": me, "manager": True}
    assert browser.get("/sign_in").headers["location"] == "/#/start"
    assert browser.sign_in("x").headers["location"] == "/sign_in"


HOSTS: dict[str, tuple[dict[str, Any], str, int]] = {
    "this computer": ({}, "127.0.0.1:5005", 200),
    "its name": ({}, "localhost:5005", 200),
    "IPv6": ({}, "[::1]:5005", 200),
    "a name that leads here": ({}, "evil.example:5005", 403),
    "a name that begins alike": ({}, "127.0.0.1.evil.example", 403),
    "no name at all": ({}, "[", 403),
    "a name that was allowed": ({"hosts": frozenset({"coach.lan"})}, "coach.lan", 200),
    "the public address": ({"public_url": "https://coach.example.com"}, "coach.example.com", 200),
    "where one signs in": ({"how": "invite"}, "anything.example", 401),
}


@pytest.mark.parametrize(("settings", "host", "status"), HOSTS.values(), ids=HOSTS.keys())
def test_a_name_that_another_site_lets_lead_here(site: Open, settings: Any, host: str, status: int) -> None:
    """DNS rebinding: for the browser the other site's page and our server are one and the same."""
    browser = site(**{"how": "local", "public_url": "", **settings}).browser()
    answer = browser.get("/api/probe", headers={"host": host})
    assert answer.status_code == status
    assert status != 403 or answer.json()["error"]["code"] == "foreign_host"


OWN = "https://coach.example.com"
SENT: dict[str, tuple[dict[str, str], int]] = {
    "our page": ({"sec-fetch-site": "same-origin", "origin": OWN, "content-type": "application/json"}, 200),
    "our page, a file": ({"sec-fetch-site": "same-origin", "origin": OWN, "content-type": "text/plain"}, 200),
    "our page in an older browser": ({"origin": OWN, "content-type": "application/json"}, 200),
    "a program": ({"content-type": "application/json"}, 200),
    "a program, a file": ({"content-type": "application/octet-stream"}, 200),
    "another site": ({"sec-fetch-site": "cross-site", "origin": "https://evil.example", "content-type": "text/plain"}, 403),
    "another site, JSON": ({"sec-fetch-site": "cross-site", "content-type": "application/json"}, 403),
    "a neighbouring site": ({"sec-fetch-site": "same-site", "origin": "https://x.example.com", "content-type": "application/json"}, 403),
    "a link or bookmark": ({"sec-fetch-site": "none", "content-type": "application/x-www-form-urlencoded"}, 403),
    "another site in an older browser": ({"origin": "https://evil.example", "content-type": "application/json"}, 403),
    "a hidden origin": ({"origin": "null", "content-type": "application/json"}, 403),
    "a form without a word on where it is from": ({"content-type": "application/x-www-form-urlencoded"}, 415),
    "a file form": ({"content-type": "multipart/form-data; boundary=x"}, 415),
    "plain text": ({"content-type": "text/plain;charset=UTF-8"}, 415),
    "no kind": ({}, 415),
}  # fmt: skip


@pytest.mark.parametrize(("headers", "status"), SENT.values(), ids=SENT.keys())
def test_what_other_sites_make_a_browser_send(site: Open, headers: dict[str, str], status: int) -> None:
    team = site()
    browser = team.browser()
    browser.sign_in(team.invited())
    assert browser.ask("POST", "/api/probe", content=b"{}", headers=headers).status_code == status
    if status != 200:
        assert browser.ask("POST", "/sign_out", content=b"", headers=headers).status_code == 403
        assert browser.ask("POST", "/sign_in", content=b"code=x", headers=headers).status_code == 403
        assert browser.who() == "Li Na"


def test_reading_from_elsewhere_changes_nothing(site: Open) -> None:
    team = site()
    browser = team.browser(**{"sec-fetch-site": "cross-site"})
    assert browser.get("/sign_in").status_code == 200
    assert browser.get("/sign_out").status_code == 405


REST: dict[str, tuple[str, str, dict[str, str], int]] = {
    "on one's own computer": ("local", "", {}, 200),
    "signed in elsewhere, no token": ("invite", "", {}, 401),
    "no token, but one is sent": ("invite", "", {"authorization": "Bearer "}, 401),
    "the token": ("invite", TOKEN, {"authorization": f"Bearer {TOKEN}"}, 200),
    "small letters": ("invite", TOKEN, {"authorization": f"bearer {TOKEN}"}, 200),
    "none sent": ("invite", TOKEN, {}, 401),
    "wrong": ("invite", TOKEN, {"authorization": f"Bearer {TOKEN}x"}, 401),
    "part": ("invite", TOKEN, {"authorization": f"Bearer {TOKEN[:-1]}"}, 401),
    "Basic": ("invite", TOKEN, {"authorization": f"Basic {TOKEN}"}, 401),
    "the company's": ("oidc", TOKEN, {"authorization": f"Bearer {TOKEN}"}, 200),
    "a token where nobody signs in": ("local", TOKEN, {}, 401),
}


@pytest.mark.parametrize(("how", "token", "headers", "status"), REST.values(), ids=REST.keys())
def test_rest(site: Open, how: str, token: str, headers: dict[str, str], status: int) -> None:
    browser = site(how=how, rest_token=token).browser()
    answer = browser.ask(
        "POST", "/webhooks/rest/webhook", json={"sender": "li.na@example.com", "message": "x"}, headers=headers
    )
    assert answer.status_code == status
    assert status == 200 or answer.json()["error"]["code"] == "rest_closed"


def test_a_cookie_does_not_open_rest_and_the_token_not_the_api(site: Open) -> None:
    team = site(rest_token=TOKEN)
    browser = team.browser()
    browser.sign_in(team.invited())
    assert browser.post("/webhooks/rest/webhook", json={}).status_code == 401
    assert team.browser(authorization=f"Bearer {TOKEN}").who() is None


@pytest.mark.parametrize(
    ("channel", "status"), [("slack", 200), ("rest", 401), ("callback", 401), ("slackish", 401), ("Rest", 401)]
)
def test_channels_that_check_a_signature_are_let_through(site: Open, channel: str, status: int) -> None:
    assert site().browser().ask("POST", f"/webhooks/{channel}/webhook", content=b"payload=x").status_code == status


@pytest.mark.parametrize(
    "way", ["/", "/#/chat", "/#/account/5", "/#/accounts?q=a%20b", "/#/result/2026-11-26T01:02:03"],
)  # fmt: skip
def test_ways_back_into_our_page(way: str) -> None:
    assert way_back(way) == way


ELSEWHERE: list[Any] = [
    None, "", "chat", "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "https://evil.example",
    "https:evil.example", "javascript:alert(1)", "/#/chat\n", "/#/\r\nx", "/ /evil", "/%2f/evil.example", "/@evil.example",
    "/.evil.example", "/\t/evil.example", "/#//evil.example\n", "/sign_out", "/api/chat", "/?x=//evil.example", "/#/" + "a" * 400,
]  # fmt: skip


@pytest.mark.parametrize("way", ELSEWHERE)
def test_every_other_way_leads_to_the_start(way: Any) -> None:
    assert way_back(way) == "/"


def test_no_path_of_the_machine_is_told(site: Open, tmp_path: Path) -> None:
    (tmp_path / "sign_in").write_text("")  # where a folder should be
    answer = site().browser().sign_in("x" * 32)
    assert answer.status_code == 503
    assert str(tmp_path) not in answer.text
