"""A transcript shared in the direct message: looked at before it is loaded, loaded from Slack only, judged."""

from __future__ import annotations

from typing import Any

import pytest

from tests.channels.slack.conftest import Workspace
from tests.channels.slack.payloads import message

CALL = """张三: 您好，请问贵公司现在用什么灯？
李总: 我们用的是旧的荧光灯，经常坏。
张三: 坏了以后对生产有什么影响？
李总: 停线一次损失好几万。
张三: 如果能减少停线，对您意味着什么？
李总: 那我就不用老向老板解释了。
""".encode()


def share(workspace: Workspace, user: str, *files: dict[str, Any], text: str = "") -> str:
    channel = f"D{user[1:]}"
    before = len(workspace.slack.said(channel=channel))
    body = message(text, user=user, channel=channel, subtype="file_share", files=list(files))
    assert workspace.send(body).status_code == 200
    return "\n".join(workspace.slack.wait(lambda: workspace.slack.said(channel=channel)[before:]))


def file(
    workspace: Workspace, name: str, body: bytes = CALL, *, size: int | None = None, status: int = 200, **more: Any
) -> dict[str, Any]:
    kind = more.pop("kind", "text/plain")
    headers = {"Content-Type": kind, **more.pop("headers", {})}
    workspace.slack.files[name] = (body, headers, status)
    return {
        "id": "F1", "name": name, "mimetype": kind, "filetype": "text", "mode": "hosted", "is_external": False,
        "size": len(body) if size is None else size, "file_access": "visible",
        "url_private": f"{workspace.slack.url}/files/{name}", "url_private_download": f"{workspace.slack.url}/files/{name}", **more,
    }  # fmt: skip


def test_transcript_is_judged(workspace: Workspace) -> None:
    said = share(workspace, "UR1", file(workspace, "call.txt"))
    assert "停线" in said
    assert workspace.slack.downloads[-1] == ("call.txt", "Bearer xoxb-one")


def test_a_text_that_was_pasted_as_a_snippet_is_judged(workspace: Workspace) -> None:
    assert "停线" in share(workspace, "UR9", file(workspace, "Untitled", mode="snippet"))


@pytest.mark.parametrize("name", ["call.vtt", "call.srt", "call.csv", "CALL.TXT"])
def test_kinds_that_are_read(workspace: Workspace, name: str) -> None:
    assert share(workspace, "UR2", file(workspace, name))
    assert workspace.slack.downloads[-1][0] == name


@pytest.mark.parametrize(
    ("name", "more", "expected"),
    [
        ("call.mp3", {}, "能读的文件"),
        ("call.docx", {}, "能读的文件"),
        ("noending", {}, "能读的文件"),
        ("huge.txt", {"size": 100_000_000}, "最多 5 MB"),
        ("big.txt", {"size": 5_000_001}, "最多 5 MB"),
        ("elsewhere.txt", {"is_external": True}, "读不到"),
        ("gone.txt", {"mode": "tombstone"}, "读不到"),
    ],
)
def test_refused_before_a_byte_is_loaded(workspace: Workspace, name: str, more: dict[str, Any], expected: str) -> None:
    before = len(workspace.slack.downloads)
    assert expected in share(workspace, "UR3", file(workspace, name, **more))
    assert len(workspace.slack.downloads) == before


@pytest.mark.parametrize(
    ("name", "more", "expected"),
    [
        ("lies.txt", {"body": b"x" * 5_100_000, "size": 10}, "最多 5 MB"),
        ("binary.txt", {"body": b"\x89PNG\0\0"}, "能读的文件"),
        ("empty.txt", {"body": b""}, "文件是空的"),
        ("lost.txt", {"status": 404}, "读不到"),
        ("moved.txt", {"status": 302, "headers": {"Location": "https://evil.example/"}}, "files:read"),
        ("login.txt", {"kind": "text/html", "body": b"<html>sign in"}, "files:read"),
    ],
)
def test_told_what_is_wrong_with_what_was_loaded(
    workspace: Workspace, name: str, more: dict[str, Any], expected: str
) -> None:
    assert expected in share(workspace, "UR4", file(workspace, name, **more))


def test_token_goes_to_slack_only(workspace: Workspace) -> None:
    foreign = {**file(workspace, "foreign.txt"), "url_private_download": "https://evil.example/foreign.txt"}
    assert "读不到" in share(workspace, "UR5", foreign)


def test_several_files_and_a_limit(workspace: Workspace) -> None:
    said = share(workspace, "UR6", *(file(workspace, f"{n}.mp3") for n in range(5)))
    assert said.count("能读的文件") == 3
    assert "3 个文件" in said


def test_file_of_a_shared_channel_is_asked_for(workspace: Workspace) -> None:
    share(workspace, "UR7", {"id": "F9", "mode": "file_access", "file_access": "check_file_info"})
    assert workspace.slack.done("files.info")[-1].arguments == {"file": "F9"}
