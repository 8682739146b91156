"""Missing scopes are named; the end of a workspace is noticed; the server's log has nobody's words."""

from __future__ import annotations

from pathlib import Path

from tests.channels.slack.conftest import Workspace, environment, settled
from tests.channels.slack.payloads import callback, command, message, send
from tests.channels.slack.standin import StandIn, error
from tests.server.forking import serving


def test_without_the_address_the_scope_is_named_once(workspace: Workspace) -> None:
    workspace.slack.scopes.discard("users:read.email")
    try:
        workspace.send(message("你好", user="US1", channel="DS1"))
        said = workspace.slack.wait(lambda: len(f := workspace.slack.said(channel="DS1")) == 2 and f)
        assert "users:read.email" in said[1]
        assert "Reinstall to Workspace" in said[1]
        workspace.ask("客户是一家工厂", "DS1")
        workspace.settled()
        assert len(workspace.slack.said(channel="DS1")) == 3
    finally:
        workspace.slack.scopes.add("users:read.email")


def test_without_users_read_it_still_answers(workspace: Workspace) -> None:
    workspace.slack.scopes.discard("users:read")
    try:
        workspace.send(command("help", user="US2", channel="DS2"))
        said = workspace.slack.wait(lambda: len(f := workspace.slack.said(channel="DS2")) == 2 and f)
        assert "users:read" in said[1]
    finally:
        workspace.slack.scopes.add("users:read")


def test_missing_scope_of_a_call_is_named_where_the_person_wrote(workspace: Workspace) -> None:
    workspace.slack.scopes.discard("im:write")
    try:
        workspace.send(command("help", user="US3", channel="C3"))
        said = workspace.slack.wait(
            lambda: [c for c in workspace.slack.done("chat.postEphemeral") if c.arguments["user"] == "US3"]
        )
        assert "im:write" in str(said[0].arguments["text"])
    finally:
        workspace.slack.scopes.add("im:write")


def test_uninstalled_workspace_gets_nothing_more(tmp_path: Path, slack: StandIn) -> None:
    with serving(tmp_path, **environment(slack)) as server:
        slack.wait(lambda: len(slack.done("auth.test")) == 2)
        send(server.url, callback({"type": "app_uninstalled"}, "TTWO"))
        send(server.url, callback({"type": "tokens_revoked", "tokens": {"oauth": ["U1"], "bot": []}}, "TONE"))
        send(server.url, message("你好", user="US5", team="TTWO", channel="DS5"))
        send(server.url, message("你好", user="US6", channel="DS6"))
        slack.wait(lambda: slack.said(channel="DS6"))
        settled(tmp_path)
        assert slack.said(channel="DS5") == []
        log = (tmp_path / "server.log").read_text(encoding="utf-8")
    assert "slack.workspace.off team=TTWO error=app_uninstalled" in log
    assert "team=TONE" not in log


def test_server_starts_while_slack_is_down_and_refused_tokens_are_told(tmp_path: Path, slack: StandIn) -> None:
    slack.trouble("auth.test", error("invalid_auth"), error("internal_error"))
    with serving(tmp_path, **environment(slack)) as server:
        slack.wait(lambda: len([c for c in slack.calls if c.method == "auth.test"]) >= 3)
        assert send(server.url, {"type": "url_verification", "challenge": "x"}).status_code == 200
        slack.wait(lambda: "error=invalid_auth" in (tmp_path / "server.log").read_text(encoding="utf-8"))
    assert "xoxb" not in (tmp_path / "server.log").read_text(encoding="utf-8")
