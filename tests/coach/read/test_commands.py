"""Words of a day are an answer, though they hold a control word."""

from __future__ import annotations

import pytest

from coach.context import Tools


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("next Friday", "content"), ("Next Friday at 3", "content"), ("next month", "content"), ("next week", "content"),
        ("next Tuesday", "content"), ("下周五", "content"), ("next quarter", "content"),
        ("next", "skip"), ("next question", "skip"), ("next one", "skip"), ("skip, not today", "skip"),
        ("今天先跳过", "skip"), ("跳过", "skip"), ("next, please", "skip"),
    ],
)  # fmt: skip
def test_days_are_no_control_words(tools: Tools, text: str, label: str) -> None:
    assert tools.reader.command(text).label == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("What does SPIN mean? You used the word just now.", "knowledge"), ("什么是教练?我忘了", "knowledge"),
        ("hint please, I don't know what else to say about him", "hint"),
        ("I've lost the thread, could you go back to the last question", "back"),
        ("hm, how do I skip something here?", "help"), ("我能随时退出吗?有哪些命令", "help"),
        ("He asked for a summary, I sent it", "content"), ("stop, I told him", "content"),
        ("What is SPIN, he asked when I showed my slides", "content"),
        ("ok", "content"), ("好", "content"),
        ("先讲到这吧,感谢你听我唠叨", "stop"), ("我要进隧道了,今天收工", "stop"), ("Bus is here, I'm done for today", "stop"),
        ("Before I reply, could you tell me why that question matters?", "why"), ("先问一句,你为啥要知道这个", "why"),
        ("That is as far as I can say with certainty. Please close the interview.", "stop"),
        ("这些就是我目前知道的全部,对话请到此结束", "stop"), ("Nothing more to add on that, move on.", "skip"),
        ("I'm nearly home now that's all from me tonight", "stop"), ("we're boarding what was it you just asked me", "repeat"),
        ("Hang on, how come that's a deep one? Walk me through how you got there.", "why"),
        ("I told her to end the session", "content"), ("They said that's all from me tonight", "content"),
        ("打住,她这么跟我讲", "content"), ("我在门口等他,他说今天就到这里", "content"),
    ],
)  # fmt: skip
def test_a_control_word_among_remarks(tools: Tools, text: str, label: str) -> None:
    assert tools.reader.command(text).label == label
