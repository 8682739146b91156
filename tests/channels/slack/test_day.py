"""A whole day in Slack, in both languages: planned, moved, cancelled, told afterwards, kept; each answer in one language."""

from __future__ import annotations

import re
import time
from datetime import date, timedelta

import pytest

from tests.channels.slack import payloads
from tests.channels.slack.conftest import Workspace
from tests.channels.slack.standin import shown

AHEAD = date.today() + timedelta(days=9)
DAY = {
    "zh": [
        "/visit 晨光照明 {day} 10:00", "是", "我有哪些拜访", "把晨光照明的拜访改到{next}下午3点", "取消晨光照明的拜访",
        "/visit 晨光照明 {day} 10:00", "刚从晨光照明回来", "李娜是产品经理，一直帮我们说话，还主动约测试",
        "李娜说去年退货吃掉了一半利润，她怕背锅", "他们嫌我们比现在的供应商贵8%", "我们周一前寄两款样品，他们给测试标准",
        "下周五去现场测试", "是", "/brief 晨光", "/map 晨光",
    ],
    "en": [
        "/visit Nordlicht GmbH {day} 10:00", "yes", "which visits are planned", "move the visit to Nordlicht to {next} at 3 pm",
        "cancel the visit to Nordlicht", "/visit Nordlicht GmbH {day} 10:00", "I'm back from Nordlicht",
        "Anna is their product manager, she asked for a test at once",
        "Anna said last year's returns ate half the margin and she is afraid of being blamed",
        "They say we are eight percent dearer than their present supplier",
        "We send two samples by Monday; they give us their test standard", "next Friday a test on their site", "yes",
        "/brief Nordlicht", "/map Nordlicht",
    ],
}  # fmt: skip


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_day(workspace: Workspace, lang: str) -> None:
    user = f"U8{lang.upper()}"
    channel = f"D{user[1:]}"
    workspace.slack.users[user] = {
        "locale": {"zh": "zh-CN", "en": "en-US"}[lang], "tz": "Asia/Shanghai",
        "profile": {"email": f"{lang}-day@example.com", "display_name": lang},
    }  # fmt: skip
    for text in DAY[lang]:
        text = text.format(day=AHEAD.isoformat(), next=(AHEAD + timedelta(days=1)).isoformat())
        before = len(workspace.slack.said(channel=channel))
        if text.startswith("/"):
            workspace.send(payloads.command(text[1:], user=user, channel=channel))
        else:
            workspace.ask(text, channel, user=user)
        workspace.settled()
        print(f"\n>>> {text}\n" + "\n---\n".join(workspace.slack.said(channel=channel)[before:]))  # shown by pytest -s
    _quiet(workspace)
    said = workspace.slack.said(channel=channel)
    for one in workspace.slack.scheduled.values():
        if one["channel"] == channel:
            print("\nSCHEDULED", one["post_at"], shown(one)[:1500])
            said.append(shown(one))
    assert any({"zh": "记好了", "en": "Kept under"}[lang] in one for one in said)
    if lang == "en":
        assert not [one for one in said if re.search("[\u4e00-\u9fff]", one)]
    assert all(len(one) < 6000 for one in said)


def _quiet(workspace: Workspace) -> None:
    """Wait until nothing more is said: what is told of reminders comes after the answer."""
    calls = -1
    while calls != len(workspace.slack.calls):
        calls = len(workspace.slack.calls)
        time.sleep(1.0)
