"""What the coach hands out as a file comes into the conversation; nothing of it is left on the server."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

import pytest

from tests.channels.slack.conftest import Workspace
from tests.channels.slack.payloads import command, message
from tests.channels.slack.standin import DOWN, DROP, RATE_LIMITED, Trouble

LEARNED = {
    "zh": ["客户叫白鹭泵业", "吴工是设备经理，他说去年停机三次，损失了八十万", "记到客户档案", "是"],
    "en": ["The customer is Heron Pumps", "Ms. Ward is the plant manager, she said three stops cost them eighty thousand", "keep this", "yes"],
}  # fmt: skip
LOCALE = {"zh": "zh-CN", "en": "en-US"}


def customer(workspace: Workspace, user: str, lang: str) -> str:
    """Let a person tell of a customer; return their direct channel."""
    workspace.slack.users[user] = {"locale": LOCALE[lang]}
    for text in LEARNED[lang]:
        workspace.ask(text, f"D{user[1:]}", user=user)
    return f"D{user[1:]}"


def sent(workspace: Workspace, channel: str) -> list[tuple[str, bytes, str | None]]:
    """Return name, content and thread of each file that was shown in a channel."""
    calls = [
        c.arguments
        for c in workspace.slack.done("files.completeUploadExternal")
        if c.arguments["channel_id"] == channel
    ]
    return [
        (workspace.slack.announced[file["id"]]["filename"], workspace.slack.uploads[file["id"]], call.get("thread_ts"))
        for call in calls for file in call["files"]
    ]  # fmt: skip


def left_behind(workspace: Workspace) -> list[str]:
    folder = workspace.home / "results"
    return [path.name for path in folder.rglob("*")] if folder.exists() else []


@pytest.mark.parametrize(
    ("user", "lang", "text", "ending", "begins", "said"),
    [
        ("UF1", "zh", "拜访简报 pdf", "-brief.pdf", b"%PDF", "拜访简报在下面（PDF）"),
        ("UF2", "en", "brief as pdf", "-brief.pdf", b"%PDF", "is below (PDF)"),
        ("UF3", "zh", "保存结果", ".md", b"# ", "Markdown 文件"),
        ("UF4", "en", "save as markdown", ".md", b"# Heron", "as a Markdown file"),
        ("UF5", "zh", "导出客户", "-export.zip", b"PK", "请妥善保管"),
        ("UF6", "en", "export the account", "-export.zip", b"PK", "keep it safe"),
    ],
)
def test_the_file_comes_into_the_conversation(
    workspace: Workspace, user: str, lang: str, text: str, ending: str, begins: bytes, said: str
) -> None:
    channel = customer(workspace, user, lang)
    answer = workspace.ask(text, channel, user=user)
    [(name, data, thread)] = workspace.slack.wait(lambda: sent(workspace, channel))
    assert name.endswith(ending)
    assert data.startswith(begins)
    assert thread is None
    assert said in answer
    assert str(workspace.home) not in answer
    assert left_behind(workspace) == []


def test_the_text_stands_above_the_file(workspace: Workspace) -> None:
    channel = customer(workspace, "UF7", "en")
    since = len(workspace.slack.calls)
    workspace.ask("brief as pdf", channel, user="UF7")
    workspace.slack.wait(lambda: sent(workspace, channel))
    order = [
        c.method
        for c in workspace.slack.calls[since:]
        if c.method in ("chat.postMessage", "files.completeUploadExternal")
    ]
    assert order == ["chat.postMessage", "files.completeUploadExternal"]


def test_in_a_thread_it_comes_there(workspace: Workspace) -> None:
    channel = customer(workspace, "UF8", "zh")
    workspace.send(message("拜访简报 白鹭泵业 pdf", user="UF8", channel=channel, thread="1772450001.000100"))
    [(_, data, thread)] = workspace.slack.wait(lambda: sent(workspace, channel))
    assert (data[:4], thread) == (b"%PDF", "1772450001.000100")


def test_map_and_matrix_come_as_pictures_with_words(workspace: Workspace) -> None:
    channel = customer(workspace, "UF9", "zh")
    since = len(workspace.slack.calls)
    assert "吴工" in workspace.ask("画影响力地图", channel, user="UF9")
    found = workspace.slack.wait(lambda: sent(workspace, channel))
    assert [name.rsplit("-", 1)[1] for name, _, _ in found] == ["map.png", "matrix.png"]
    named = [c for c in workspace.slack.calls[since:] if c.method == "files.getUploadURLExternal"]
    assert ["吴工" in c.arguments["alt_txt"] for c in named] == [True, True]


def test_the_command_takes_a_form_too(workspace: Workspace) -> None:
    channel = customer(workspace, "UF10", "en")
    workspace.send(command("brief Heron Pumps pdf", user="UF10", channel=channel))
    [(name, data, _)] = workspace.slack.wait(lambda: sent(workspace, channel))
    assert (name, data[:4]) == (name, b"%PDF")
    assert "Heron" in name


@pytest.mark.parametrize(
    ("user", "method", "trouble"),
    [
        ("UF11", "files.getUploadURLExternal", DOWN), ("UF12", "files.completeUploadExternal", DOWN),
        ("UF13", "files.getUploadURLExternal", RATE_LIMITED), ("UF14", "files.completeUploadExternal", DROP),
    ],
)  # fmt: skip
def test_after_trouble_it_comes_once(workspace: Workspace, user: str, method: str, trouble: Trouble) -> None:
    channel = customer(workspace, user, "en")
    workspace.slack.trouble(method, trouble)
    workspace.ask("export the account", channel, user=user)
    workspace.slack.wait(lambda: sent(workspace, channel))
    workspace.ask("thanks", channel, user=user)  # sent behind it, so that nothing of the file is under way any more
    [(_, data, _)] = sent(workspace, channel)
    assert "Heron Pumps" in zipfile.ZipFile(BytesIO(data)).read("accounts.csv").decode()


def test_a_missing_scope_is_named(workspace: Workspace) -> None:
    channel = customer(workspace, "UF15", "en")
    workspace.slack.scopes.discard("files:write")
    try:
        workspace.ask("brief as pdf", channel, user="UF15")
        said: Any = workspace.slack.wait(
            lambda: [s for s in workspace.slack.said(channel=channel) if "files:write" in s]
        )
        assert "Reinstall to Workspace" in said[0]
        assert workspace.ask("thanks", channel, user="UF15")  # and it holds up nothing
    finally:
        workspace.slack.scopes.add("files:write")


def test_what_slack_does_not_take_is_said(workspace: Workspace) -> None:
    channel = customer(workspace, "UF16", "zh")
    workspace.slack.trouble("files.completeUploadExternal", Trouble(200, "posting_to_channel_denied"))
    workspace.ask("拜访简报 pdf", channel, user="UF16")
    assert workspace.slack.wait(lambda: [s for s in workspace.slack.said(channel=channel) if "没有收下" in s])
    assert sent(workspace, channel) == []


def test_from_a_channel_it_goes_into_the_direct_message(workspace: Workspace) -> None:
    channel = customer(workspace, "UF17", "en")
    workspace.send(message("<@UBOTONE> brief on Heron Pumps as pdf", user="UF17", channel="CF17", kind="channel"))
    workspace.slack.wait(lambda: sent(workspace, channel))
    assert sent(workspace, "CF17") == []
    assert workspace.slack.said(channel="CF17") == []
