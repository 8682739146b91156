"""Settings that would let in anybody, or nobody, are said before the server starts."""

from __future__ import annotations

import pytest

from channels.web.sign_in.settings import BadSignInError, Problem, is_loopback, sign_in_settings

HERE = "127.0.0.1"
OIDC = {
    "COACH_SIGN_IN": "oidc", "COACH_PUBLIC_URL": "https://coach.example.com/", "COACH_OIDC_ISSUER": "https://sso.example.com/realms/x",
    "COACH_OIDC_CLIENT_ID": "coach", "COACH_OIDC_CLIENT_SECRET": "s3cret", "COACH_OIDC_DOMAINS": "Example.com, @example.org",
}  # fmt: skip


def test_as_it_comes() -> None:
    settings = sign_in_settings({}, HERE)
    assert (settings.how, settings.on, settings.session_s, settings.proxies, settings.rest_token) == (
        "local",
        False,
        43_200,
        0,
        "",
    )


def test_everything_for_a_company() -> None:
    more = {
        "COACH_MANAGERS": "Boss@example.com  li@example.com",
        "COACH_OIDC_MANAGER_CLAIM": "roles=lead",
        "COACH_SESSION_HOURS": "4",
        "COACH_PROXIES": "1",
    }
    settings = sign_in_settings({**OIDC, **more}, "0.0.0.0")
    assert settings.oidc is not None
    assert settings.public_url == "https://coach.example.com"
    assert settings.oidc.domains == {"example.com", "example.org"}
    assert settings.oidc.managers == {"boss@example.com", "li@example.com"}
    assert settings.oidc.manager_claim == ("roles", "lead")
    assert (settings.on, settings.session_s, settings.proxies) == (True, 14_400, 1)
    assert "s3cret" not in repr(settings)
    assert sign_in_settings({**OIDC, "COACH_OIDC_DOMAINS": "*"}, HERE).oidc.domains is None  # type: ignore[union-attr]


INVITE = {"COACH_SIGN_IN": "invite"}
BAD = [
    ({}, "0.0.0.0", ["needed"]),
    ({}, "192.168.1.5", ["needed"]),
    ({}, "", ["needed"]),
    ({}, "coach.example.com", ["needed"]),
    ({"COACH_SIGN_IN": "local"}, "::", ["needed"]),
    ({"COACH_SIGN_IN": "none"}, HERE, ["unknown"]),
    ({"COACH_SIGN_IN": "Invite"}, "0.0.0.0", ["unknown"]),
    ({"COACH_SIGN_IN": "oidc"}, HERE, ["missing"]),
    ({**OIDC, "COACH_OIDC_DOMAINS": " "}, HERE, ["missing"]),
    ({**OIDC, "COACH_OIDC_CLIENT_SECRET": ""}, HERE, ["missing"]),
    ({**OIDC, "COACH_OIDC_ISSUER": "http://sso.example.com"}, HERE, ["url"]),
    ({**OIDC, "COACH_OIDC_ISSUER": "sso.example.com"}, HERE, ["url"]),
    ({**OIDC, "COACH_PUBLIC_URL": "http://coach.example.com"}, HERE, ["url"]),
    ({**OIDC, "COACH_PUBLIC_URL": "https://coach.example.com/coach"}, HERE, ["url"]),
    ({**OIDC, "COACH_PUBLIC_URL": "https://user:pw@coach.example.com"}, HERE, ["url"]),
    ({**OIDC, "COACH_PUBLIC_URL": "https://coach.example.com:x"}, HERE, ["url"]),
    ({**OIDC, "COACH_OIDC_MANAGER_CLAIM": "roles"}, HERE, ["claim"]),
    ({**OIDC, "COACH_OIDC_MANAGER_CLAIM": "roles="}, HERE, ["claim"]),
    ({**INVITE, "COACH_PUBLIC_URL": "javascript:alert(1)"}, HERE, ["url"]),
    ({**INVITE, "COACH_SESSION_HOURS": "0"}, HERE, ["number"]),
    ({**INVITE, "COACH_SESSION_HOURS": "1.5"}, HERE, ["number"]),
    ({**INVITE, "COACH_SESSION_HOURS": "9999"}, HERE, ["number"]),
    ({**INVITE, "COACH_PROXIES": "-1"}, HERE, ["number"]),
    ({**INVITE, "COACH_REST_TOKEN": "short"}, HERE, ["token"]),
    ({"COACH_REST_TOKEN": "x", "COACH_PROXIES": "x"}, "0.0.0.0", ["needed", "token", "number"]),
]


@pytest.mark.parametrize(("environ", "host", "kinds"), BAD)
def test_what_does_not_fit_is_all_listed(environ: dict[str, str], host: str, kinds: list[str]) -> None:
    with pytest.raises(BadSignInError) as stop:
        sign_in_settings(environ, host)
    assert [problem.kind for problem in stop.value.problems] == kinds
    assert "s3cret" not in str(stop.value)


def test_what_is_missing_is_named() -> None:
    with pytest.raises(BadSignInError) as stop:
        sign_in_settings({"COACH_SIGN_IN": "oidc", "COACH_OIDC_ISSUER": "https://sso.example.com"}, HERE)
    names = "COACH_OIDC_CLIENT_ID, COACH_OIDC_CLIENT_SECRET, COACH_OIDC_DOMAINS, COACH_PUBLIC_URL"
    assert stop.value.problems == [Problem("missing", names)]


@pytest.mark.parametrize(
    ("environ", "host"),
    [
        ({}, "localhost"), ({}, "::1"), ({}, "[::1]"), ({}, "127.0.0.2"), (INVITE, "0.0.0.0"), (OIDC, "0.0.0.0"),
        ({**INVITE, "COACH_PUBLIC_URL": "http://192.168.1.5:5005"}, "0.0.0.0"),
        ({**OIDC, "COACH_PUBLIC_URL": "http://127.0.0.1:5005", "COACH_OIDC_ISSUER": "http://127.0.0.1:8080/realms/x"}, HERE),
    ],
)  # fmt: skip
def test_what_is_fine(environ: dict[str, str], host: str) -> None:
    assert sign_in_settings(environ, host).on == ("COACH_SIGN_IN" in environ)


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("127.0.0.1", True),
        ("localhost", True),
        ("localhost.evil.example", False),
        ("0.0.0.0", False),
        ("", False),
        ("127.0.0.1.evil.example", False),
    ],
)
def test_loopback(host: str, here: bool) -> None:
    assert is_loopback(host) is here
