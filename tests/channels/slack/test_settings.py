"""On, off, or refused with the name of the variable and never its value."""

from __future__ import annotations

from pathlib import Path

import pytest

from channels.slack.settings import ONLY, HalfConfiguredError, slack_settings
from tests.server.processes import run, said

SECRET = {"SLACK_SIGNING_SECRET": "s3cret"}


@pytest.mark.parametrize(
    ("environ", "tokens"),
    [
        ({**SECRET, "SLACK_BOT_TOKEN": "xoxb-1"}, {ONLY: "xoxb-1"}),
        ({**SECRET, "SLACK_BOT_TOKENS": "T012=xoxb-1, T034=xoxb-2,"}, {"T012": "xoxb-1", "T034": "xoxb-2"}),
        ({"SLACK_APP_TOKEN": "xapp-1", "SLACK_BOT_TOKEN": " xoxb-1 "}, {ONLY: "xoxb-1"}),
    ],
)
def test_on(environ: dict[str, str], tokens: dict[str, str]) -> None:
    settings = slack_settings(environ)
    assert settings is not None
    assert settings.tokens == tokens
    assert "xoxb" not in repr(settings)
    assert "xapp" not in repr(settings)


@pytest.mark.parametrize("environ", [{}, {"SLACK_BOT_TOKEN": " "}, {"SLACK_API_URL": "https://relay.example/api/"}])
def test_off(environ: dict[str, str]) -> None:
    assert slack_settings(environ) is None


@pytest.mark.parametrize(
    ("environ", "kind", "name"),
    [
        ({"SLACK_BOT_TOKEN": "xoxb-1"}, "missing", "SLACK_SIGNING_SECRET"),
        (SECRET, "missing", "SLACK_BOT_TOKEN"),
        ({"SLACK_APP_TOKEN": "xapp-1"}, "missing", "SLACK_BOT_TOKEN"),
        ({**SECRET, "SLACK_APP_TOKEN": "xoxb-1", "SLACK_BOT_TOKEN": "xoxb-1"}, "malformed", "SLACK_APP_TOKEN"),
        ({**SECRET, "SLACK_BOT_TOKEN": "xoxp-1"}, "malformed", "SLACK_BOT_TOKEN"),
        ({**SECRET, "SLACK_BOT_TOKEN": "xoxb-1 x"}, "malformed", "SLACK_BOT_TOKEN"),
        ({**SECRET, "SLACK_BOT_TOKEN": "xoxb-1", "SLACK_BOT_TOKENS": "T012=xoxb-1"}, "both", "SLACK_BOT_TOKENS"),
        ({**SECRET, "SLACK_BOT_TOKENS": "xoxb-1"}, "malformed", "SLACK_BOT_TOKENS"),
        ({**SECRET, "SLACK_BOT_TOKENS": "T012=xoxb-1,T012=xoxb-2"}, "malformed", "SLACK_BOT_TOKENS"),
        ({**SECRET, "SLACK_BOT_TOKENS": "E012=xoxb-1"}, "malformed", "SLACK_BOT_TOKENS"),
        ({**SECRET, "SLACK_BOT_TOKENS": "T012="}, "malformed", "SLACK_BOT_TOKENS"),
        ({**SECRET, "SLACK_BOT_TOKENS": ","}, "malformed", "SLACK_BOT_TOKENS"),
        (
            {**SECRET, "SLACK_BOT_TOKEN": "xoxb-1", "SLACK_API_URL": "http://slack.example/"},
            "malformed",
            "SLACK_API_URL",
        ),
    ],
)
def test_half_a_configuration_is_refused(environ: dict[str, str], kind: str, name: str) -> None:
    with pytest.raises(HalfConfiguredError) as caught:
        slack_settings(environ)
    assert caught.value.kind == kind
    assert name in caught.value.name
    assert "xo" not in str(caught.value)


def test_server_says_what_is_missing_and_does_not_start(tmp_path: Path) -> None:
    done = run("server.serve", tmp_path, "--port", "0", SLACK_BOT_TOKEN="xoxb-secret")
    assert done.returncode == 1
    assert done.stderr.strip() == said("server_slack_missing", name="SLACK_SIGNING_SECRET / SLACK_APP_TOKEN")
