"""Signing in with an invite link: a button, a session, the rights of this moment, and an end."""

from __future__ import annotations

import html
import re
import time
from pathlib import Path
from typing import Any

import pytest

from channels.web.sign_in.limit import TRIES
from coach.assistant import shared_assistant
from coach.sign_in.invites import Invites
from coach.sign_in.sessions import Sessions
from tests.channels.web.sign_in.conftest import Open


def said(key: str, lang: str = "en", **values: Any) -> str:
    return shared_assistant().tools.words.say(f"sign_in_{key}", lang, **{"name": "", "minutes": 0, **values})


def test_opening_the_link_uses_nothing_up_and_the_button_signs_in(site: Open) -> None:
    team = site()
    secret = team.invited(manager=True)
    for preview in ("Slackbot-LinkExpanding 1.0", "Mozilla/5.0"):
        shown = team.browser(**{"user-agent": preview}).get("/sign_in")
        assert (shown.status_code, "set-cookie" in shown.headers) == (200, False)
    browser = team.browser()
    assert browser.post("/api/sign_in/whose", json={"code": secret}).json() == {"name": "Li Na"}
    assert browser.who() is None
    answer = browser.sign_in(secret, next="/#/account/5")
    assert (answer.status_code, answer.headers["location"]) == (303, "/#/account/5")
    assert browser.get("/api/probe").json() == {"user": "Li Na", "name": "Li Na", "manager": True}
    assert Invites(team.home).all()[0].used is not None


def test_the_cookie_is_out_of_reach(site: Open) -> None:
    team = site()
    (cookie,) = team.browser().sign_in(team.invited()).headers.get_list("set-cookie")
    name, _, rest = cookie.partition("=")
    assert name == "__Host-coach"
    assert set(rest.split("; ")[1:]) == {"Path=/", "HttpOnly", "Secure", "SameSite=Strict", "Max-Age=43200"}


def test_on_two_devices_and_again_in_the_morning(site: Open) -> None:
    team = site()
    secret = team.invited()
    phone, desk = team.browser(), team.browser()
    for browser in (phone, desk, phone):
        assert browser.sign_in(f"https://coach.example.com/sign_in#{secret}").status_code == 303
        assert browser.who() == "Li Na"


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("code", ["", "wrong", "#", "x" * 400, "😀", "<b>", "../../etc/passwd"])
def test_a_wrong_link_is_said(site: Open, code: str, lang: str) -> None:
    answer = site().browser(**{"accept-language": lang}).sign_in(code, next="/#/team")
    assert (answer.status_code, "set-cookie" in answer.headers) == (403, False)
    assert said("fault_invite", lang) in html.unescape(answer.text)
    assert f'lang="{"zh-CN" if lang == "zh" else "en"}"' in answer.text
    assert 'value="/#/team"' in answer.text
    assert "<b>" not in answer.text


@pytest.mark.parametrize("end", ["run out", "taken back", "replaced"])
def test_a_link_that_ended(site: Open, monkeypatch: pytest.MonkeyPatch, end: str) -> None:
    team = site()
    secret = team.invited(days=1)
    if end == "run out":
        now = time.time()
        monkeypatch.setattr("time.time", lambda: now + 86_401)
    elif end == "taken back":
        Invites(team.home).revoke("Li Na")
    else:
        team.invited()
    browser = team.browser()
    assert browser.sign_in(secret).status_code == 403
    assert browser.post("/api/sign_in/whose", json={"code": secret}).status_code == 404


def test_taking_back_signs_out_everywhere_at_once(site: Open) -> None:
    team = site()
    secret = team.invited()
    browsers = [team.browser(), team.browser()]
    for browser in browsers:
        browser.sign_in(secret)
    Invites(team.home).revoke("li na")
    assert [browser.who() for browser in browsers] == [None, None]
    team.invited()  # invited anew, the old sessions stay ended
    assert [browser.who() for browser in browsers] == [None, None]


def test_invited_again_the_session_goes_on_with_the_new_rights(site: Open) -> None:
    team = site()
    browser = team.browser()
    browser.sign_in(team.invited(manager=True))
    team.invited(manager=False)
    assert browser.get("/api/probe").json() == {"user": "Li Na", "name": "Li Na", "manager": False}


def test_a_session_does_not_outlive_its_invite(site: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    team = site()
    browser = team.browser()
    browser.sign_in(team.invited(days=1))
    now = time.time()
    for hours in range(0, 24, 6):
        monkeypatch.setattr("time.time", lambda at=now + hours * 3600: at)
        assert browser.who() == "Li Na"
    monkeypatch.setattr("time.time", lambda: now + 86_401)
    assert browser.who() is None


@pytest.mark.parametrize("everywhere", [False, True])
def test_signing_out(site: Open, everywhere: bool) -> None:
    team = site()
    secret = team.invited()
    phone, desk = team.browser(), team.browser()
    phone.sign_in(secret)
    desk.sign_in(secret)
    kept = dict(phone.client.cookies)
    answer = phone.post("/sign_out", data={"everywhere": "1"} if everywhere else {})
    assert (answer.status_code, answer.headers["location"], dict(phone.client.cookies)) == (303, "/", {})
    phone.client.cookies.update(kept)  # somebody copied the cookie before
    assert phone.who() is None
    assert desk.who() == (None if everywhere else "Li Na")


def test_the_session_of_before_ends_and_none_is_taken_from_outside(site: Open) -> None:
    """Session fixation: what the browser had before signing in is worth nothing afterwards."""
    team = site()
    browser = team.browser()
    browser.sign_in(team.invited("Mallory"))
    planted = dict(browser.client.cookies)
    browser.sign_in(team.invited("Li Na"))
    assert browser.who() == "Li Na"
    assert dict(browser.client.cookies) != planted
    thief = team.browser()
    thief.client.cookies.update(planted)
    assert thief.who() is None


def test_too_many_wrong_links_from_one_address(site: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    team = site(proxies=1)
    secret = team.invited()
    guesser = team.browser(**{"x-forwarded-for": "9.9.9.9, 192.0.2.1"})
    for number in range(TRIES):
        if number % 2:
            assert guesser.sign_in(f"guess-{number}").status_code == 403
        else:
            assert guesser.post("/api/sign_in/whose", json={"code": f"guess-{number}"}).status_code == 404
    answer = guesser.sign_in(secret)
    assert answer.status_code == 429
    assert said("fault_too_many", minutes=16) in answer.text or said("fault_too_many", minutes=15) in answer.text
    assert guesser.post("/api/sign_in/whose", json={"code": secret}).status_code == 429
    pretends = team.browser(**{"x-forwarded-for": "192.0.2.99, 192.0.2.1"})  # only the proxy's own entry counts
    assert pretends.sign_in(secret).status_code == 429
    assert team.browser(**{"x-forwarded-for": "192.0.2.2"}).sign_in(secret).status_code == 303
    now = time.time()
    monkeypatch.setattr("time.time", lambda: now + 901)
    assert guesser.sign_in(secret).status_code == 303


def test_without_a_trusted_proxy_its_headers_count_for_nothing(site: Open) -> None:
    team = site(public_url="")
    claims = {"x-forwarded-for": "1.2.3.4", "x-forwarded-proto": "https", "x-forwarded-host": "evil.example"}
    (cookie,) = team.browser(**claims).sign_in(team.invited()).headers.get_list("set-cookie")
    assert cookie.startswith("coach=")
    assert "Secure" not in cookie
    assert team.browser(**claims).post("/sign_in", headers={"origin": "https://evil.example"}).status_code == 403


def test_a_trusted_proxy_says_that_it_is_https(site: Open) -> None:
    team = site(public_url="", proxies=1)
    proxied = {"x-forwarded-for": "192.0.2.1", "x-forwarded-proto": "https"}
    (cookie,) = team.browser(**proxied).sign_in(team.invited()).headers.get_list("set-cookie")
    assert cookie.startswith("__Host-coach=")
    assert "Secure" in cookie


@pytest.mark.parametrize("broken", ["invites.json", "keys.json", "sessions.json"])
def test_a_damaged_file_signs_nobody_in_by_mistake(site: Open, broken: str) -> None:
    team = site()
    secret = team.invited()
    browser = team.browser()
    browser.sign_in(secret)
    (team.home / "sign_in" / broken).write_text("{")
    assert browser.who() is None
    again = team.browser().sign_in(secret).status_code
    assert again == (503 if broken == "invites.json" else 303)


def test_a_full_disk_is_said(site: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    team = site()
    secret = team.invited()

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device", "x")

    monkeypatch.setattr(Sessions, "begin", full)
    answer = team.browser().sign_in(secret)
    assert (answer.status_code, "set-cookie" in answer.headers) == (503, False)
    assert said("fault_trouble") in answer.text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_pages_hold_nothing_inline_and_nothing_from_elsewhere(site: Open, lang: str) -> None:
    team = site()
    browser = team.browser(**{"accept-language": lang})
    wrong = browser.sign_in("wrong")
    for shown in (browser.get("/sign_in"), wrong, browser.get("/sign_in/callback?state=x")):
        if shown.status_code == 303:
            continue
        policy = shown.headers["content-security-policy"]
        assert "unsafe" not in policy
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert not re.search(r"<style|style=|\son\w+=|<script(?![^>]*src=\"/sign_in/)|https?://", shown.text)
        assert shown.headers["cache-control"] == "no-store"
        for file in re.findall(r'(?:src|href)="(/sign_in/[^"]+)"', shown.text):
            assert browser.get(file).status_code == 200
        assert "{" not in re.sub(r'data-said="[^"]*"', "", shown.text)


@pytest.mark.parametrize("name", ["..%2fgate.py", "frame.html", "x.css", "sign_in.css%00", "%2e%2e"])
def test_no_other_file_is_given(site: Open, name: str) -> None:
    assert site().browser().get(f"/sign_in/{name}").status_code == 404


def test_signed_in_the_page_for_it_leads_on(site: Open) -> None:
    team = site()
    browser = team.browser()
    browser.sign_in(team.invited())
    assert browser.get("/sign_in", params={"next": "/#/team"}).headers["location"] == "/#/team"


def test_no_secret_is_written_anywhere(site: Open, caplog: pytest.LogCaptureFixture) -> None:
    team = site()
    secret = team.invited("li.na@example.com")
    browser = team.browser()
    browser.sign_in("wrong")
    browser.sign_in(secret)
    cookie = next(iter(browser.client.cookies.values()))
    kept = "".join(path.read_text() for path in Path(team.home).rglob("*") if path.is_file())
    assert secret not in kept
    assert cookie.split(".")[0] not in kept
    assert not any(word in caplog.text for word in (secret, cookie, "li.na", "Li Na"))
