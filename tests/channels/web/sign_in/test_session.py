"""Cookies: what is forged, stale or copied from elsewhere signs nobody in; what is in use lasts."""

from __future__ import annotations

import base64
import json
import time
from pathlib import Path
from typing import Any

import pytest
from itsdangerous import URLSafeSerializer, URLSafeTimedSerializer

from channels.web.sign_in import keys as keys_module
from channels.web.sign_in.keys import Keys
from tests.channels.web.sign_in.conftest import Browser, Open, Site

NAME = "__Host-coach"
HOUR = 3600


def signed_in(site: Site) -> tuple[Browser, str]:
    browser = site.browser()
    browser.sign_in(site.invited())
    return browser, browser.client.cookies[NAME]


def sid_of(cookie: str) -> str:
    head = cookie.split(".")[0]
    return str(json.loads(base64.urlsafe_b64decode(head + "=" * (-len(head) % 4))))


FORGED: dict[str, Any] = {
    "nothing": lambda cookie, keys: "",
    "not signed": lambda cookie, keys: cookie.split(".")[0],
    "signature cut": lambda cookie, keys: cookie[:-3],
    "signature of another": lambda cookie, keys: URLSafeTimedSerializer("guess", salt=f"coach {NAME}").dumps(sid_of(cookie)),
    "empty key": lambda cookie, keys: URLSafeTimedSerializer("", salt=f"coach {NAME}").dumps(sid_of(cookie)),
    "no time": lambda cookie, keys: URLSafeSerializer(keys, salt=f"coach {NAME}").dumps(sid_of(cookie)),
    "signed for the way to the company": lambda cookie, keys: URLSafeTimedSerializer(keys, salt="coach __Host-coach_way_1").dumps(sid_of(cookie)),
    "signed for plain http": lambda cookie, keys: URLSafeTimedSerializer(keys, salt="coach coach").dumps(sid_of(cookie)),
    "session of nobody": lambda cookie, keys: URLSafeTimedSerializer(keys, salt=f"coach {NAME}").dumps("x" * 32),
    "name in place of session": lambda cookie, keys: URLSafeTimedSerializer(keys, salt=f"coach {NAME}").dumps({"user": "Li Na"}),
    "null": lambda cookie, keys: URLSafeTimedSerializer(keys, salt=f"coach {NAME}").dumps(None),
    "very long": lambda cookie, keys: cookie + "A" * 100_000,
    "odd signs": lambda cookie, keys: "...%00;é".encode("ascii", "ignore").decode(),
}  # fmt: skip


@pytest.mark.parametrize("forge", FORGED.values(), ids=FORGED.keys())
def test_forged_cookies(site: Open, forge: Any) -> None:
    team = site()
    _, cookie = signed_in(team)
    forged = forge(cookie, Keys(team.home).all())
    answer = team.browser(cookie=f"{NAME}={forged}").get("/api/probe")
    assert (answer.status_code, answer.json()["error"]["code"]) == (401, "signed_out")
    assert team.browser(cookie=f"{NAME}={cookie}").who() == "Li Na"


def test_unused_it_ends_after_twelve_hours(site: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    team = site()
    browser, _ = signed_in(team)
    now = time.time()
    monkeypatch.setattr("time.time", lambda: now + 12 * HOUR + 2)
    assert browser.who() is None


def test_used_it_lasts(site: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    team = site()
    browser, first = signed_in(team)
    now = time.time()
    for hours in (11, 22, 33):
        monkeypatch.setattr("time.time", lambda at=now + hours * HOUR: at)
        assert browser.who() == "Li Na"
    assert browser.client.cookies[NAME] != first
    assert team.browser(cookie=f"{NAME}={first}").who() is None


def test_a_cookie_is_signed_anew_now_and_then_only(site: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    browser, _ = signed_in(site())
    now = time.time()
    for minutes, anew in ((10, False), (29, False), (31, True)):
        monkeypatch.setattr("time.time", lambda at=now + minutes * 60: at)
        assert ("set-cookie" in browser.get("/api/probe").headers) is anew


def test_a_page_left_open_is_not_use(site: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    browser, _ = signed_in(site())
    now = time.time()
    monkeypatch.setattr("time.time", lambda: now + 6 * HOUR)
    answer = browser.get("/api/stream")
    assert (answer.status_code, "set-cookie" in answer.headers) == (200, False)


def test_a_session_in_another_way_of_signing_in_is_none(site: Open) -> None:
    _, cookie = signed_in(site())
    from channels.web.sign_in.settings import Oidc

    other = site(how="oidc", oidc=Oidc("https://sso.example.com", "a", "b", None))
    assert other.browser(cookie=f"{NAME}={cookie}").who() is None


def test_a_restart_signs_nobody_out_and_new_keys_everybody(site: Open) -> None:
    _, cookie = signed_in(site())
    again = site()
    assert again.browser(cookie=f"{NAME}={cookie}").who() == "Li Na"
    (again.home / "sign_in" / "keys.json").unlink()
    assert again.browser(cookie=f"{NAME}={cookie}").who() is None


def test_keys_change_each_month_and_what_they_signed_stays_good(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.time()
    first = Keys(tmp_path).all()
    monkeypatch.setattr("time.time", lambda: now + keys_module.FRESH_S + 5)
    second = Keys(tmp_path).all()
    assert second[:1] == first
    assert len(second) == 2
    monkeypatch.setattr("time.time", lambda: now + 2 * keys_module.FRESH_S + 10)
    assert Keys(tmp_path).all()[:1] == second[1:]
    assert (tmp_path / "sign_in" / "keys.json").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("content", ["{", "[]", '{"key": {}}', ""])
def test_damaged_keys_are_made_anew(tmp_path: Path, content: str) -> None:
    first = Keys(tmp_path).all()
    (tmp_path / "sign_in" / "keys.json").write_text(content)
    again = Keys(tmp_path).all()
    assert len(again) == 1
    assert again != first


def test_a_sign_in_that_ends_in_the_midst_of_a_conversation(site: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message is refused before anything is done; sent again after signing in, it is taken."""
    team = site()
    secret = team.invited()
    browser = team.browser()
    browser.sign_in(secret)
    message = {"id": "5f0c6c1e-5c1b-4a5e-9d0e-3a1f0a9f5b11", "text": "客户想换灯"}
    assert browser.post("/api/probe", json=message).status_code == 200
    now = time.time()
    monkeypatch.setattr("time.time", lambda: now + 13 * HOUR)
    refused = browser.post("/api/probe", json=message)
    assert refused.status_code == 401
    assert refused.json()["sign_in_url"] == "/sign_in"
    assert refused.json()["sign_in"] == "invite"
    browser.sign_in(secret)
    assert browser.post("/api/probe", json=message).status_code == 200
