"""`/coach visit` and `/coach map` through the whole server: scheduled once, and pictures with alt text."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from tests.channels.slack import payloads
from tests.channels.slack.conftest import Workspace

ZONE = ZoneInfo("Asia/Shanghai")
AHEAD = date.today() + timedelta(days=10)


def when(day: date, time: str) -> int:
    return int(datetime.fromisoformat(f"{day.isoformat()}T{time}").replace(tzinfo=ZONE).timestamp())


def ask(workspace: Workspace, text: str, user: str) -> str:
    channel = f"D{user[1:]}"
    before = len(workspace.slack.said(channel=channel))
    assert workspace.send(payloads.command(text, user=user, channel=channel)).status_code == 200
    return str(workspace.slack.wait(lambda: workspace.slack.said(channel=channel)[before:])[0])


def test_a_visit_is_scheduled_once_and_taken_back(workspace: Workspace) -> None:
    command = f"visit Lumen Trade {AHEAD.isoformat()} 10:00"
    said = ask(workspace, command, "U71")
    assert "Lumen Trade" in said  # not in the book: shall it be opened?
    workspace.ask("是", "D71", user="U71")

    def kept() -> list[int]:
        return sorted(one["post_at"] for one in workspace.slack.scheduled.values() if one["channel"] == "D71")

    workspace.slack.wait(lambda: len(kept()) == 3)
    expected = [when(AHEAD - timedelta(days=1), "18:00"), when(AHEAD, "09:00"), when(AHEAD, "11:30")]
    assert kept() == expected
    ask(workspace, command, "U71")
    workspace.ask("取消拜访", "D71", user="U71")
    workspace.slack.wait(lambda: kept() == [])
    assert len([c for c in workspace.slack.done("chat.scheduleMessage") if c.arguments["channel"] == "D71"]) == 3


def test_pictures_are_uploaded_with_words(workspace: Workspace) -> None:
    for text in ("晨光照明", "王总是老板，他说去年退货吃掉了一半利润，很支持我们", "记到客户档案", "是"):
        workspace.ask(text, "D72", user="U72")
    workspace.send(payloads.command("map 晨光照明", user="U72", channel="D72"))
    workspace.slack.wait(lambda: uploaded(workspace, "D72"))
    files = [file["id"] for call in shared(workspace, "D72") for file in call["files"]]
    asked = [workspace.slack.announced[file] for file in files]
    assert [one["filename"] for one in asked] == ["map.png", "matrix.png", "iceberg.png"]
    assert all("王总" in one["alt_txt"] for one in asked)
    assert "退货" in asked[-1]["alt_txt"]
    assert all(workspace.slack.uploads[file].startswith(b"\x89PNG") for file in files)


def shared(workspace: Workspace, channel: str) -> list[dict[str, Any]]:
    """Return the calls by which files were shown in a channel."""
    calls = [call.arguments for call in workspace.slack.done("files.completeUploadExternal")]
    return [call for call in calls if call["channel_id"] == channel]


def uploaded(workspace: Workspace, channel: str) -> list[tuple[str, str | None]]:
    """Return title and thread of what was shown in a channel."""
    return [(file["title"], call.get("thread_ts")) for call in shared(workspace, channel) for file in call["files"]]


def test_the_brief_comes_with_map_and_iceberg(workspace: Workspace) -> None:
    for text in ("远山电器", "李总是老板，他说去年退货吃掉了一半利润", "记到客户档案", "是"):
        workspace.ask(text, "D73", user="U73")
    assert "远山电器" in ask(workspace, "brief 远山", "U73")
    workspace.slack.wait(lambda: uploaded(workspace, "D73"))
    assert uploaded(workspace, "D73") == [("远山电器：影响力地图", None), ("远山电器：需求冰山", None)]


def test_a_debrief_comes_with_its_iceberg_also_in_a_thread(workspace: Workspace) -> None:
    workspace.ask("演练 1", "D74", user="U74")
    workspace.ask("您现在的供应商最让您头疼的是什么？", "D74", user="U74")
    workspace.ask("复盘", "D74", user="U74")
    workspace.slack.wait(lambda: uploaded(workspace, "D74"))
    [(title, thread)] = uploaded(workspace, "D74")
    [[file]] = [call["files"] for call in shared(workspace, "D74")]
    assert title.endswith("：需求冰山")
    assert thread is None
    assert "可以问：" in workspace.slack.announced[file["id"]]["alt_txt"]
    workspace.ask("谢谢", "D74", user="U74")
    assert len(uploaded(workspace, "D74")) == 1
