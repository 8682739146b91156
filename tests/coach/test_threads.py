"""Conversations side by side in threads go exactly as they go one after the other."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from coach.assistant import shared_assistant

TALKS = [
    ("客户是一家照明渠道商，采购王总说价格太高", "他们怕退货", "为什么", "跳过", "总结", "留着", "好"),
    ("The customer is Acme Lighting", "Anna from purchasing said returns ate their margin", "why", "skip", "summary"),
    ("陪我练练", "1", "您现在的灯最让您头疼的是什么？", "给个提示", "我们的灯便宜", "结束"),
    ("rehearse", "1", "What worries you most about the present lights?", "hint", "our lamps are cheap", "stop"),
]


def talk(number: int, run: str) -> list[tuple[str, ...]]:
    state, said = None, []
    for text in TALKS[number % len(TALKS)]:
        turn = shared_assistant().take_turn(state, text, today=date(2026, 3, 2), user=f"threads-{run}-{number}")
        state = turn.state
        said.append(turn.messages)
    return said


@pytest.mark.parametrize("threads", [8])
def test_threads_do_not_mix_conversations(threads: int) -> None:
    expected = [talk(number, "one") for number in range(8)]
    with ThreadPoolExecutor(threads) as pool:
        assert list(pool.map(lambda number: talk(number, "many"), range(8))) == expected
