"""The company's sign-in: only what the provider really signed, for us and for this sign-in, lets somebody in."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from joserfc.jwk import ECKey, RSAKey

from channels.web.sign_in import company as company_of
from channels.web.sign_in import oidc, token
from channels.web.sign_in.settings import Oidc
from coach.assistant import shared_assistant
from tests.channels.web.sign_in.conftest import Browser, Open, Site
from tests.channels.web.sign_in.stand_in import CLIENT, SECRET, StandIn, standing_in
from tests.waiting import COMES_S

USER = "li.na@example.com"


@pytest.fixture
def provider() -> Iterator[StandIn]:
    with standing_in() as stand_in:
        yield stand_in


@pytest.fixture
def company(site: Open, provider: StandIn) -> Site:
    return site(how="oidc", oidc=Oidc(provider.url, CLIENT, SECRET, frozenset({"example.com"})))


def away(browser: Browser, next_: str = "/#/chat") -> str:
    """Press "sign in"; return the address to which the browser is sent."""
    answer = browser.get("/sign_in", params={"next": next_})
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def back(url: str) -> str:
    """Sign in at the provider; return path and query with which the browser comes back to us."""
    parts = urlsplit(httpx.get(url, timeout=COMES_S).headers["location"])
    assert (parts.scheme, parts.netloc, parts.path) == ("https", "coach.example.com", "/sign_in/callback")
    return f"{parts.path}?{parts.query}"


def sign_in(browser: Browser) -> httpx.Response:
    return browser.get(back(away(browser)))


def said(reason: str) -> str:
    return shared_assistant().tools.words.say(f"sign_in_fault_{reason}", "en")


def refused(answer: httpx.Response, reason: str) -> bool:
    """Say whether this is the page with the reason, in words and not as anything else."""
    import html

    assert "set-cookie" not in answer.headers or "coach=" not in answer.headers["set-cookie"].replace("coach_way", "")
    return answer.status_code in (400, 403, 503) and said(reason) in html.unescape(answer.text)


def test_signs_in_and_goes_back_to_where_one_was(company: Site) -> None:
    browser = company.browser()
    assert browser.who() is None
    answer = sign_in(browser)
    assert (answer.status_code, answer.headers["location"]) == (303, "/#/chat")
    assert browser.get("/api/probe").json() == {"user": USER, "name": "Li Na", "manager": False}
    assert company.browser().who() is None


def test_what_is_asked_of_the_provider(company: Site, provider: StandIn) -> None:
    browser = company.browser()
    first, second = (parse_qs(urlsplit(away(browser)).query) for _ in range(2))
    assert first["redirect_uri"] == ["https://coach.example.com/sign_in/callback"]
    assert first["client_id"] == [CLIENT]
    assert all(first[name] != second[name] for name in ("state", "nonce", "code_challenge"))
    assert SECRET not in str(first)
    cookies = "".join(browser.get("/sign_in").headers.get_list("set-cookie"))
    assert all(part in cookies for part in ("__Host-coach_way_", "HttpOnly", "SameSite=Lax", "Secure", "Max-Age=600"))


LIES: dict[str, tuple[Any, str]] = {
    "wrong nonce": ({"nonce": "of another sign-in"}, "token"),
    "no nonce": ({"nonce": None}, "token"),
    "wrong issuer": ({"iss": "https://evil.example"}, "token"),
    "no issuer": ({"iss": None}, "token"),
    "issuer with a slash": ({"iss": "{url}/"}, "token"),
    "wrong audience": ({"aud": "another-client"}, "token"),
    "no audience": ({"aud": None}, "token"),
    "audience is a number": ({"aud": 5}, "token"),
    "several audiences, for another party": ({"aud": [CLIENT, "another"], "azp": "another"}, "token"),
    "several audiences, for nobody": ({"aud": [CLIENT, "another"]}, "token"),
    "expired": ({"exp": "{now-120}"}, "token"),
    "no end": ({"exp": None}, "token"),
    "end is a text": ({"exp": "tomorrow"}, "token"),
    "not yet": ({"nbf": "{now+600}"}, "token"),
    "made in the future": ({"iat": "{now+600}"}, "token"),
    "nobody": ({"sub": None}, "token"),
    "wrong hash of the access token": ({"at_hash": "AAAAAAAAAAAAAAAAAAAAAA"}, "token"),
    "address not verified": ({"email_verified": False}, "unverified"),
    "address not said to be verified": ({"email_verified": None}, "unverified"),
    "address said to be unverified": ({"email_verified": "false"}, "unverified"),
    "domain not verified": ({"email_verified": None, "xms_edov": False}, "unverified"),
    "domain verified, address not": ({"email_verified": False, "xms_edov": True}, "unverified"),
    "no address": ({"email": None}, "unverified"),
    "address is a name": ({"email": "terminal-root"}, "unverified"),
    "address is a list": ({"email": [USER]}, "unverified"),
    "two addresses": ({"email": f"{USER},x@evil.example"}, "unverified"),
    "another domain": ({"email": "li.na@evil.example"}, "domain"),
    "a domain that ends alike": ({"email": "li.na@evilexample.com"}, "domain"),
    "a domain below": ({"email": "li.na@mail.example.com"}, "domain"),
    "two at signs": ({"email": "li.na@example.com@evil.example"}, "unverified"),
}


@pytest.mark.parametrize(("lie", "reason"), LIES.values(), ids=LIES.keys())
def test_claims_that_do_not_hold(company: Site, provider: StandIn, lie: dict[str, Any], reason: str) -> None:
    now = int(time.time())
    filled = {"{url}/": f"{provider.url}/", "{now-120}": now - 120, "{now+600}": now + 600}
    provider.claims = {name: filled.get(str(value), value) for name, value in lie.items()}
    browser = company.browser()
    assert refused(sign_in(browser), reason)
    assert browser.who() is None


FORGERIES = {
    "alg none": lambda it: it.unsigned,
    "public key as shared secret": lambda it: it.confused,
    "client secret as key": lambda it: it.by_secret,
    "another key of the same name": lambda it: lambda claims: it.signed(claims, it.other_key),
    "a key brought along": lambda it: lambda claims: it.signed(claims, it.other_key, jwk=it.other_key.as_dict(private=False)),
    "unknown key": lambda it: lambda claims: it.signed(claims, it.other_key, kid="two"),
    "signature cut off": lambda it: lambda claims: it.signed(claims).rpartition(".")[0] + ".",
    "claims changed": lambda it: lambda claims: ".".join([*it.signed(claims).split(".")[:1], it.unsigned({**claims, "email": "boss@example.com"}).split(".")[1], it.signed(claims).split(".")[2]]),
    "critical extension": lambda it: lambda claims: it.signed(claims).replace("eyJ", "eyI", 1),
    "no token": lambda it: lambda claims: "",
    "not a token": lambda it: lambda claims: "a.b.c",
    "not even text": lambda it: lambda claims: 5,
}  # fmt: skip


@pytest.mark.parametrize("forge", FORGERIES.values(), ids=FORGERIES.keys())
def test_forged_tokens(company: Site, provider: StandIn, forge: Any) -> None:
    provider.sign = forge(provider)
    browser = company.browser()
    assert refused(sign_in(browser), "token")
    assert browser.who() is None


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": [CLIENT]}, {"aud": [CLIENT, "x"], "azp": CLIENT}, {"email_verified": "true"}, {"exp": -30},
        {"email_verified": None, "xms_edov": True}, {"email_verified": None, "xms_edov": "1"}, {"name": None}, {"name": 5},
    ],
)  # fmt: skip
def test_what_is_also_good(company: Site, provider: StandIn, claims: dict[str, Any]) -> None:
    if "exp" in claims:  # the clocks differ a little
        claims = {"exp": int(time.time()) + claims["exp"]}
    provider.claims = claims
    browser = company.browser()
    sign_in(browser)
    assert browser.who() == USER
    assert browser.get("/api/probe").json()["name"] == (USER if "name" in claims else "Li Na")


def test_other_kinds_of_keys_and_keys_for_other_uses(company: Site, provider: StandIn) -> None:
    elliptic = ECKey.generate_key("P-256", {"kid": "ec", "use": "sig"})
    provider.published = [RSAKey.generate_key(2048, {"kid": "enc", "use": "enc"}), elliptic]
    provider.sign = lambda claims: __import__("joserfc.jwt").jwt.encode({"alg": "ES256", "kid": "ec"}, claims, elliptic)
    browser = company.browser()
    sign_in(browser)
    assert browser.who() == USER


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        ("access_denied", "cancelled"),
        ("login_required", "cancelled"),
        ("server_error", "provider"),
        ("<script>alert(1)</script>", "provider"),
    ],
)
def test_turned_back_by_the_user_or_the_provider(company: Site, provider: StandIn, error: str, reason: str) -> None:
    provider.refuses = error
    answer = sign_in(company.browser())
    assert refused(answer, reason)
    assert "<script>" not in answer.text


def test_a_state_is_good_once(company: Site) -> None:
    browser = company.browser()
    returning = back(away(browser))
    kept = dict(browser.client.cookies)
    assert browser.get(returning).status_code == 303
    browser.client.cookies.update(kept)
    assert refused(browser.get(returning), "stale")


def test_a_state_is_good_in_its_own_browser_only(company: Site) -> None:
    attacker, victim = company.browser(), company.browser()
    returning = back(away(attacker))
    assert refused(victim.get(returning), "stale")
    away(victim)  # has a sign-in of its own under way
    assert refused(victim.get(returning), "stale")
    assert victim.who() is None


@pytest.mark.parametrize(
    "query", ["?state=", "?state=x&code=y", "?code=y", "?state=%00%ff", "?state=x&error=access_denied"]
)
def test_coming_back_from_nowhere(company: Site, query: str) -> None:
    browser = company.browser()
    away(browser)
    assert refused(browser.get(f"/sign_in/callback{query}"), "stale")


def test_two_tabs_sign_in_at_once(company: Site) -> None:
    browser = company.browser()
    ways = [back(away(browser, f"/#/{name}")) for name in ("chat", "team")]
    assert [browser.get(way).headers["location"] for way in ways] == ["/#/chat", "/#/team"]
    assert browser.who() == USER


def test_a_sign_in_that_took_too_long(company: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = company.browser()
    returning = back(away(browser))
    now = time.time()
    monkeypatch.setattr("time.time", lambda: now + 601)
    assert refused(browser.get(returning), "stale")


@pytest.mark.parametrize(
    ("change", "reason"),
    [({"code": "made-up"}, "code"), ({"code": None}, "code"), ({"iss": "https://evil.example"}, "token")],
)
def test_what_the_browser_brings_is_not_believed(
    company: Site, provider: StandIn, change: dict[str, Any], reason: str
) -> None:
    provider.back = change
    assert refused(sign_in(company.browser()), reason)


def test_the_code_is_of_no_use_without_the_verifier(company: Site) -> None:
    """Somebody who catches the code brings it into a sign-in of their own."""
    victim, thief = company.browser(), company.browser()
    caught = parse_qs(urlsplit(back(away(victim))).query)["code"][0]
    own = parse_qs(urlsplit(back(away(thief))).query)
    assert refused(thief.get("/sign_in/callback", params={"state": own["state"][0], "code": caught}), "code")


def test_a_wrong_client_secret_is_the_administrators(company: Site, provider: StandIn) -> None:
    company.gate.provider.settings = replace(company.gate.provider.settings, client_secret="old")  # type: ignore[union-attr]
    assert refused(sign_in(company.browser()), "code")


BROKEN: dict[str, Any] = {
    "openid-configuration": [
        (500, b""),
        (404, b"{}"),
        (200, b"<html>"),
        (200, b"[]"),
        (302, b"{}"),
        (200, b"[" * 100_000),
    ],
    "keys": [(500, b""), (200, b"no")],
    "token": [(500, b""), (502, b"<html>"), (200, b"[]")],
}


@pytest.mark.parametrize(("name", "answer"), [(name, answer) for name, answers in BROKEN.items() for answer in answers])
def test_a_provider_that_is_broken(company: Site, provider: StandIn, name: str, answer: tuple[int, bytes]) -> None:
    provider.answers[name] = answer
    browser = company.browser()
    first = browser.get("/sign_in")
    if first.status_code == 303:
        first = browser.get(back(first.headers["location"]))
    assert refused(first, "unreachable")
    provider.answers.clear()
    sign_in(browser)
    assert browser.who() == USER


@pytest.mark.parametrize(
    "keys",
    [
        b"{}",
        b'{"keys": []}',
        b'{"keys": 5}',
        b'{"keys": [5]}',
        b'{"keys": [{"kty": "oct", "k": "AAAA", "kid": "one"}]}',
    ],
)
def test_keys_that_are_none(company: Site, provider: StandIn, keys: bytes) -> None:
    provider.answers["keys"] = (200, keys)
    assert refused(sign_in(company.browser()), "token")


def test_a_provider_that_is_away(company: Site, provider: StandIn) -> None:
    provider.down = True
    browser = company.browser()
    assert refused(browser.get("/sign_in"), "unreachable")
    provider.down = False
    sign_in(browser)
    assert browser.who() == USER


@pytest.mark.parametrize(
    "metadata",
    [
        {"issuer": "https://evil.example"},
        {"token_endpoint": "http://evil.example/token"},
        {"jwks_uri": None},
        {"authorization_endpoint": "javascript:alert(1)"},
    ],
)
def test_a_description_that_is_not_the_providers(company: Site, provider: StandIn, metadata: dict[str, Any]) -> None:
    provider.metadata = metadata
    assert refused(company.browser().get("/sign_in"), "unreachable")


def test_keys_are_asked_for_once_and_again_when_one_is_new(
    company: Site, provider: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        sign_in(company.browser())
    assert (provider.asked["openid-configuration"], provider.asked["keys"]) == (1, 1)
    new = RSAKey.generate_key(2048, {"kid": "two", "use": "sig"})
    provider.published, provider.key = [new], new
    assert refused(sign_in(company.browser()), "token")  # asked a moment ago
    assert provider.asked["keys"] == 1
    monkeypatch.setattr(oidc, "ASK_AGAIN_S", 0)
    browser = company.browser()
    sign_in(browser)
    assert (browser.who(), provider.asked["keys"]) == (USER, 2)


@pytest.mark.parametrize(
    ("settings", "claims", "manager"),
    [
        ({}, {}, False),
        ({"managers": frozenset({USER})}, {}, True),
        ({"managers": frozenset({"boss@example.com"})}, {}, False),
        ({"manager_claim": ("roles", "coach-manager")}, {"roles": ["x", "coach-manager"]}, True),
        ({"manager_claim": ("roles", "coach-manager")}, {"roles": "coach-manager"}, True),
        ({"manager_claim": ("roles", "coach-manager")}, {"roles": ["coach-manager-not"]}, False),
        ({"manager_claim": ("roles", "coach-manager")}, {"roles": "no-coach-manager"}, False),
        ({"manager_claim": ("roles", "coach-manager")}, {}, False),
        ({"manager_claim": ("admin", "True")}, {"admin": True}, False),
    ],
)
def test_managers(site: Open, provider: StandIn, settings: Any, claims: Any, manager: bool) -> None:
    company = site(how="oidc", oidc=Oidc(provider.url, CLIENT, SECRET, None, **settings))
    provider.claims = claims
    browser = company.browser()
    sign_in(browser)
    assert browser.get("/api/probe").json()["manager"] is manager


@pytest.mark.parametrize(("hd", "good"), [("example.com", True), ("evil.example", False), (None, False)])
def test_a_private_google_account_with_a_company_address(
    company: Site, provider: StandIn, monkeypatch: pytest.MonkeyPatch, hd: str | None, good: bool
) -> None:
    monkeypatch.setattr(token, "GOOGLE", provider.url)
    provider.claims = {"hd": hd}
    browser = company.browser()
    answer = sign_in(browser)
    assert good or refused(answer, "domain")
    assert (browser.who() == USER) is good


def test_who_may_sign_in_is_asked_each_time(company: Site) -> None:
    browser = company.browser()
    sign_in(browser)
    gate, settings = company.gate, company.gate.settings.oidc
    assert settings is not None
    gate.settings = replace(gate.settings, oidc=replace(settings, managers=frozenset({USER})))
    assert browser.get("/api/probe").json()["manager"] is True
    gate.settings = replace(gate.settings, oidc=replace(settings, domains=frozenset({"other.example"})))
    assert browser.who() is None


def test_after_a_week_the_company_is_asked_again(company: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = company.browser()
    sign_in(browser)
    now = time.time()
    for hours in range(0, 7 * 24 - 1, 11):  # in use all the time
        monkeypatch.setattr("time.time", lambda at=now + hours * 3600: at)
        assert browser.who() == USER, hours
    monkeypatch.setattr("time.time", lambda: now + 7 * 86_400 + 1)
    assert browser.who() is None


@pytest.mark.parametrize(
    "next_",
    ["//evil.example", "https://evil.example", "/\\evil.example", "/#/chat\r\nset-cookie: a=b", "javascript:alert(1)"],
)
def test_no_way_leads_elsewhere(company: Site, next_: str) -> None:
    browser = company.browser()
    assert browser.get(back(away(browser, next_))).headers["location"] == "/"


def test_an_invite_is_no_way_in_here(company: Site) -> None:
    browser = company.browser()
    assert browser.sign_in(company.invited()).headers["location"] == "/sign_in"
    assert browser.who() is None
    assert browser.post("/api/sign_in/whose", json={"code": company.invited()}).status_code == 404


def signed_out(browser: Browser) -> httpx.Response:
    """Press "sign out"."""
    answer = browser.post("/sign_out")
    assert browser.who() is None
    assert "Max-Age=0" in answer.headers["set-cookie"]
    return answer


def leads_to(answer: httpx.Response) -> list[str]:
    """Return where the page leads by itself, and where its links do."""
    import html
    import re

    return [html.unescape(one) for one in re.findall(r'(?:content="0; url=|href=")(http[^"]*)"', answer.text)]


@pytest.mark.parametrize("endpoint", ["/end_session", "/end_session?realm=a%20b"])
def test_signing_out_signs_out_at_the_company_too(company: Site, provider: StandIn, endpoint: str) -> None:
    provider.metadata["end_session_endpoint"] = f"{provider.url}{endpoint}"
    browser = company.browser()
    sign_in(browser)
    answer = signed_out(browser)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    [by_itself, link] = leads_to(answer)
    assert by_itself == link
    assert link.startswith(f"{provider.url}{endpoint}{'&' if '?' in endpoint else '?'}client_id=")
    returned = httpx.get(link)
    assert (returned.status_code, returned.headers["location"]) == (302, "https://coach.example.com/sign_in/callback")
    expected = {
        "client_id": CLIENT, "logout_hint": USER, "post_logout_redirect_uri": "https://coach.example.com/sign_in/callback",
    }  # fmt: skip
    assert [{name: one[name] for name in one if name != "realm"} for one in provider.signed_out] == [expected]
    back_here = browser.get("/sign_in/callback")
    assert (back_here.status_code, back_here.headers["location"]) == (303, "/")
    assert provider.known is False


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_that_leads_there_is_in_the_users_language(company: Site, provider: StandIn, lang: str) -> None:
    provider.offers_sign_out()
    browser = company.browser(**{"accept-language": lang})
    sign_in(browser)
    words, page = shared_assistant().tools.words, signed_out(browser)
    assert all(words.say(f"sign_in_out_{key}", lang) in page.text for key in ("title", "go", "stay"))
    assert f'<html lang="{"zh-CN" if lang == "zh" else "en"}"' in page.text


@pytest.mark.parametrize(
    "endpoint", [None, "", 5, ["https://sso.example.com/out"], "javascript:alert(1)", "http://evil.example/out", "/out"]
)
def test_signing_out_where_the_company_offers_nothing(company: Site, provider: StandIn, endpoint: Any) -> None:
    provider.metadata["end_session_endpoint"] = endpoint
    browser = company.browser()
    sign_in(browser)
    answer = signed_out(browser)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")


def test_what_the_company_says_is_shown_as_text(company: Site, provider: StandIn) -> None:
    provider.metadata["end_session_endpoint"] = f'{provider.url}/out?"><script>alert(1)</script>'
    browser = company.browser()
    sign_in(browser)
    assert "<script" not in signed_out(browser).text


@pytest.mark.parametrize("how", ["down", "slow"])
def test_a_company_that_does_not_answer_keeps_nobody_signed_in(
    company: Site, provider: StandIn, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    provider.offers_sign_out()
    browser = company.browser()
    sign_in(browser)
    if how == "down":
        provider.down = True
        monkeypatch.setattr(oidc, "METADATA_S", 0)
    else:
        monkeypatch.setattr(company_of, "FAREWELL_S", 0)
    assert signed_out(browser).headers["location"] == "/"


def test_who_is_not_signed_in_is_sent_nowhere(company: Site, provider: StandIn) -> None:
    provider.offers_sign_out()
    assert company.browser().post("/sign_out").headers["location"] == "/"


def test_no_token_of_the_company_is_kept(company: Site, provider: StandIn) -> None:
    provider.offers_sign_out()
    made: list[str] = []
    provider.sign = lambda claims: made.append(provider.signed(claims)) or made[-1]  # type: ignore[func-returns-value]
    browser = company.browser()
    sign_in(browser)
    files = [path.read_text() for path in company.home.rglob("*") if path.is_file()]
    assert made
    assert files
    assert not any(part in text for text in files for part in made[0].split("."))
    assert not any(part in str(browser.client.cookies.jar) for part in made[0].split(".")[1:])
