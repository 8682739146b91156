"""The published argument lists agree with Slack's own library, and the manifest asks for what is needed."""

from __future__ import annotations

import inspect

import pytest
import yaml
from slack_sdk.web.async_client import AsyncWebClient

from server.project import ROOT
from tests.channels.slack.standin import METHODS


@pytest.mark.parametrize("method", [name for name in METHODS if name != "apps.connections.open"])
def test_arguments_are_those_of_slack_sdk(method: str) -> None:
    called = getattr(AsyncWebClient, method.replace(".", "_"))
    parameters = inspect.signature(called).parameters
    known = METHODS[method]
    listed = {*known["required"], *known["optional"], *known.get("one_of", [])}
    assert {name for name in listed if name not in parameters and "kwargs" not in parameters} == set()
    needed = {n for n, p in parameters.items() if p.default is p.empty and n not in ("self", "kwargs")}
    assert needed <= listed


def test_manifest_asks_for_the_scopes_of_what_is_called() -> None:
    manifest = yaml.safe_load((ROOT / "slack" / "manifest.yml").read_text(encoding="utf-8"))
    scopes = set(manifest["oauth_config"]["scopes"]["bot"])
    needed = {scope for method in METHODS.values() for scope in method["scopes"]}
    assert needed - scopes == set()
    assert {"commands", "app_mentions:read", "users:read.email", "im:history"} <= scopes
    events = set(manifest["settings"]["event_subscriptions"]["bot_events"])
    assert {
        "app_home_opened",
        "app_mention",
        "app_uninstalled",
        "message.im",
        "message.channels",
        "tokens_revoked",
    } <= events
    (command,) = manifest["features"]["slash_commands"]
    assert command["command"] == "/coach"
    assert manifest["settings"]["interactivity"]["is_enabled"] is True
    assert manifest["features"]["app_home"]["home_tab_enabled"] is True
    assert manifest["features"]["app_home"]["messages_tab_read_only_enabled"] is False
