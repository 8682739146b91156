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
